package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the document and the records to each other. */
class PredictDocTest {
  @Test
  void theDocumentNamesTheFieldsInOrder() throws IOException {
    String text = Files.readString(Path.of("../docs/guides/predict.md"));
    for (Class<?> record : List.of(PredictLine.class, PredictLine.Ranked.class)) {
      String table = text.split("<!-- fields of " + record.getSimpleName() + " -->", -1)[1];
      List<String> named =
          table
              .lines()
              .skip(2)
              .takeWhile(line -> line.startsWith("|"))
              .skip(2)
              .map(line -> line.split("`", -1)[1])
              .toList();
      assertThat(named)
          .isEqualTo(
              Stream.of(record.getRecordComponents())
                  .map(RecordComponent::getName)
                  .map(name -> new SnakeCaseStrategy().translate(name))
                  .toList());
    }
  }
}
