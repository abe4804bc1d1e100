package io.github.sid4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A simple name means one class in all modules. */
class SimpleNamesTest {
  private static List<Path> sources(String folder) throws IOException {
    return ProjectFiles.where(
        path ->
            path.contains(folder)
                && path.endsWith(".java")
                && !path.endsWith("package-info.java")
                && !path.endsWith("module-info.java"));
  }

  @Test
  void noSimpleNameOccursTwice() throws IOException {
    Map<String, List<Path>> places =
        sources("/src/main/java/").stream()
            .collect(
                Collectors.groupingBy(
                    path -> path.getFileName().toString(), TreeMap::new, Collectors.toList()));
    assertThat(places).hasSizeGreaterThan(100);
    places.values().removeIf(paths -> paths.size() == 1);
    assertThat(places).isEmpty();
  }

  /** Also tests, since they are run by the names of their files. */
  @Test
  void everyFileHasTheClassOfItsName() throws IOException {
    for (Path file : sources("/src/")) {
      String name = file.getFileName().toString().replace(".java", "");
      assertThat(ProjectFiles.text(file))
          .as(file.toString())
          .containsPattern(
              Pattern.compile("(?:class|interface|record|enum) " + Pattern.quote(name) + "\\b"));
    }
  }
}
