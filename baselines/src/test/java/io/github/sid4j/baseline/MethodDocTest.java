package io.github.sid4j.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.settings.MethodFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the table of methods and their specs to each other. */
class MethodDocTest {
  private static final Path DOCUMENT = Path.of("../docs/concepts/method.md");
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)` \\| ((?:shared|staged|whole|, )+) \\| (.*) \\|");

  @Test
  void theDocumentHasEveryMethodWithItsTopologiesAndItsPaper() throws IOException {
    Map<String, Matcher> rows = new TreeMap<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.put(row.group(1), row);
      }
    }
    assertThat(rows.keySet())
        .containsExactlyInAnyOrderElementsOf(
            MethodCatalog.all().stream().map(MethodFacts::name).toList());
    for (MethodFacts method : MethodCatalog.all()) {
      Matcher row = rows.get(method.name());
      assertThat(row.group(2)).isEqualTo(String.join(", ", method.topologies()));
      assertThat(row.group(3)).contains(method.paper().orElseThrow().reference());
      assertThat(method.summary()).isNotBlank().doesNotEndWith(".");
    }
  }
}
