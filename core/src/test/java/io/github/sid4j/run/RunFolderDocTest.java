package io.github.sid4j.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.github.sid4j.train.RunEvaluation;
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
import org.junit.jupiter.api.Test;

/** Holds the document and the records to each other. */
class RunFolderDocTest {
  private static final Path DOCUMENT = Path.of("../docs/run-folder.md");
  private static final Pattern HEADING = Pattern.compile("<!-- fields of (\\w+) -->");
  private static final Pattern FIELD = Pattern.compile("\\| `(\\w+)` \\|.*");
  private static final String MANIFEST = "io.github.sid4j.checkpoint.Manifest";

  @Test
  void theDocumentNamesTheFieldsOfEveryRecordInOrderAndNoOthers() throws Exception {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    for (Class<?> type :
        List.of(
            RunResult.class,
            Accuracies.class,
            ModuleResult.class,
            RunEvaluation.class,
            EpochMetrics.class,
            ModuleMetrics.class,
            BeliefMetrics.class,
            Provenance.class,
            Class.forName(MANIFEST),
            Class.forName(MANIFEST + "$Entry"))) {
      expected.put(type.getSimpleName(), fields(type));
    }
    assertThat(documented()).isEqualTo(expected);
  }

  @Test
  void theDocumentNamesEveryFile() throws IOException {
    String text = Files.readString(DOCUMENT);
    RunPaths paths = new RunPaths(Path.of(""));
    for (Path path :
        List.of(
            paths.settings(),
            paths.provenance(),
            paths.metrics(),
            paths.best(),
            paths.weights(),
            paths.result(),
            paths.lock())) {
      assertThat(text).contains("| `" + path + "` |");
    }
    assertThat(text).contains("| `" + paths.checkpoints() + "/` |");
  }

  private static List<String> fields(Class<?> record) {
    List<String> names = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      names.add(new SnakeCaseStrategy().translate(component.getName()));
    }
    return names;
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
