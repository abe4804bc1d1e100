package io.github.sid4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the glossary to the pages that other tests hold to the code. */
class GlossaryDocTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(DOCS.resolve("contributing/glossary.md")).stream()
        .filter(line -> line.startsWith("| **"))
        .map(line -> line.substring(2).split(" *\\| *", -1))
        .filter(row -> row.length > 4)
        .toList();
  }

  private static Set<String> named(int column) throws IOException {
    Set<String> names = new TreeSet<>();
    for (String[] row : rows()) {
      CODE.matcher(row[column]).results().forEach(code -> names.add(code.group(1)));
    }
    return names;
  }

  private static String pages(String... names) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      text.append(Files.readString(DOCS.resolve(name)));
    }
    return text.toString();
  }

  @Test
  void everyFlagIsASettingOrAnOptionOfItsPage() throws IOException {
    String settings = pages("reference/settings.md");
    String options = pages("guides/predict.md");
    assertThat(named(2))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            flag ->
                assertThat(
                        settings.contains("\n| `" + flag.substring(2) + "` |")
                            || options.contains("`" + flag))
                    .as(flag)
                    .isTrue());
  }

  @Test
  void everyFieldIsInATableOfAFile() throws IOException {
    String files = pages("reference/run-folder.md", "guides/predict.md");
    assertThat(named(3))
        .hasSizeGreaterThan(10)
        .allSatisfy(field -> assertThat(files).contains("\n| `" + field + "` |"));
  }

  @Test
  void noTermIsThereTwice() throws IOException {
    List<String> terms = new ArrayList<>();
    for (String[] row : rows()) {
      terms.add(row[0].replaceFirst("^\\*\\*(.+?)\\*\\*.*", "$1"));
    }
    assertThat(terms).doesNotHaveDuplicates();
  }
}
