package io.github.sid4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Path EXAMPLE =
      Path.of("src/main/java/io/github/sid4j/examples/TrainDigits.java");

  @Test
  void theReadmeShowsTheExampleAsItIs() throws IOException {
    String example = Files.readString(EXAMPLE);
    String shown = example.substring(example.indexOf("import "));
    assertThat(Files.readString(README)).contains("```java\n" + shown + "```\n");
  }
}
