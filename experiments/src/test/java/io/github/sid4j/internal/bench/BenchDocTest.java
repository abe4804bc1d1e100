package io.github.sid4j.internal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.testkit.DocumentedFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the document and the records to each other. */
class BenchDocTest {
  private static final Path DOCUMENT = Path.of("../docs/reference/bench.md");

  @Test
  void theDocumentNamesTheFieldsOfEveryRecordInOrderAndNoOthers() throws IOException {
    List<Class<?>> records =
        List.of(
            BenchReport.class,
            Environment.class,
            Load.class,
            Workload.class,
            Ceilings.class,
            Timing.class,
            Quartiles.class,
            StepParts.class,
            MemoryUse.class,
            DepthPoint.class,
            EngineTime.class,
            PipelineReport.class,
            StageCost.class,
            Throughput.class,
            PipelinePrediction.class);
    assertThat(DocumentedFields.in(DOCUMENT)).isEqualTo(DocumentedFields.of(records));
  }
}
