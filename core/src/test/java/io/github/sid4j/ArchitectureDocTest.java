package io.github.sid4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the document to the table that the code is held to. */
class ArchitectureDocTest {
  private static final Path DOCUMENT = Path.of("../docs/architecture.md");
  private static final Pattern ROW = Pattern.compile("\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|");
  private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

  @Test
  void theDocumentSaysOfEveryPackageWhichItMayKnow() throws IOException {
    Map<String, Set<String>> told = new TreeMap<>();
    for (String line : Files.readAllLines(DOCUMENT)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        Set<String> known = new TreeSet<>();
        NAME.matcher(row.group(2)).results().forEach(name -> known.add(name.group(1)));
        told.put(row.group(1), known);
      }
    }
    assertThat(told).isEqualTo(ArchitectureTest.MAY_KNOW);
  }
}
