package io.github.sid4j.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the document and the records to each other. */
class BenchDocTest {
  private static final Path DOCUMENT = Path.of("../docs/bench.md");
  private static final Pattern HEADING = Pattern.compile("<!-- fields of (\\w+) -->");
  private static final Pattern FIELD = Pattern.compile("\\| `(\\w+)` \\|.*");

  @Test
  void theDocumentNamesTheFieldsOfEveryRecordInOrderAndNoOthers() throws IOException {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (Class<?> type :
        List.of(
            BenchReport.class,
            Circumstances.class,
            Load.class,
            Workload.class,
            Ceilings.class,
            Timing.class,
            Spread.class,
            StepParts.class,
            MemoryUse.class)) {
      expected.put(type.getSimpleName(), fields(type));
    }
    assertThat(documented()).isEqualTo(expected);
  }

  private static List<String> fields(Class<?> record) {
    return Stream.of(record.getRecordComponents())
        .map(RecordComponent::getName)
        .map(name -> new SnakeCaseStrategy().translate(name))
        .toList();
  }

  private static Map<String, List<String>> documented() throws IOException {
    Map<String, List<String>> tables = new LinkedHashMap<>();
    List<String> table = new ArrayList<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher heading = HEADING.matcher(line);
      Matcher field = FIELD.matcher(line);
      if (heading.matches()) {
        table = new ArrayList<>();
        tables.put(heading.group(1), table);
      } else if (line.startsWith("#")) {
        table = new ArrayList<>();
      } else if (field.matches()) {
        table.add(field.group(1));
      }
    }
    return tables;
  }
}
