package io.github.sid4j.reshape;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.reshape.DepthChoice;
import io.github.sid4j.testkit.DocumentedFields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the document and the records to each other. */
class ReshapeDocTest {
  @Test
  void theDocumentNamesTheFieldsOfEveryRecordInOrderAndNoOthers() throws IOException {
    assertThat(DocumentedFields.in(Path.of("../docs/guides/reshape.md")))
        .isEqualTo(
            DocumentedFields.of(
                List.of(
                    TruncationReport.class,
                    TruncationReport.Size.class,
                    TruncationReport.Depth.class,
                    DepthChoice.class,
                    GrowReport.class)));
  }
}
