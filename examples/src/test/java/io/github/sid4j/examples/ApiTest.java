package io.github.sid4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What strangers read uses nothing that is internal. */
class ApiTest {
  private static final Path ROOT = Path.of("..");
  private static final String INTERNAL = "sid4j.internal";

  /** The javadoc of a public type, up to its declaration. */
  private static final Pattern TYPE =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@[^\n]*\\s+)*"
              + "public (?:final |abstract |sealed )*(?:class|interface|enum|record) ");

  @Test
  void programsAndPagesNameNothingInternal() throws IOException {
    List<Path> shown;
    try (Stream<Path> programs = Files.walk(Path.of("src/main"));
        Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
      shown =
          Stream.concat(Stream.of(ROOT.resolve("README.md")), Stream.concat(programs, pages))
              .filter(file -> file.toString().endsWith(".java") || isPage(file))
              .toList();
    }
    assertThat(shown).hasSizeGreaterThan(20);
    for (Path file : shown) {
      assertThat(Files.readString(file)).as("%s", file).doesNotContain(INTERNAL + ".");
    }
  }

  @Test
  void everyTypeSaysWhichThreadsMayUseIt() throws IOException {
    int types = 0;
    for (String module : List.of("core", "onnx", "experiments")) {
      for (Path file : sources(ROOT.resolve(module).resolve("src/main/java"))) {
        Matcher type = TYPE.matcher(Files.readString(file));
        if (type.find()) {
          types++;
          assertThat(type.group(1).toLowerCase(Locale.ROOT))
              .as("the javadoc of %s", file)
              .containsAnyOf("thread", "immutable");
        }
      }
    }
    assertThat(types).isGreaterThan(100);
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.toString().replace('\\', '/').contains("/internal/"))
          .toList();
    }
  }

  /** The page on the inside of the project names what is inside. */
  private static boolean isPage(Path file) {
    return file.toString().endsWith(".md") && !file.endsWith("architecture.md");
  }
}
