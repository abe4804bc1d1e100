package io.github.sid4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the programs that pages show to the examples, which are compiled and run. */
class ReadmeTest {
  private static final Path EXAMPLES = Path.of("src/main/java/io/github/sid4j/examples");

  @ParameterizedTest
  @CsvSource({"docs/start/java.md, TrainDigits", "docs/guides/own-network.md, OwnBackbone"})
  void aPageShowsTheExampleAsItIs(String page, String name) throws IOException {
    String example = Files.readString(EXAMPLES.resolve(name + ".java"));
    String shown = example.substring(example.indexOf("import "));
    assertThat(Files.readString(Path.of("..", page))).contains("```java\n" + shown + "```\n");
  }
}
