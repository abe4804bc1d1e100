package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynsetsTest {
  @TempDir private Path dir;

  @Test
  void numbersKeepTheirOrder() throws IOException {
    assertThat(Synsets.wnids(text("n00000002\r\n\r\nn00000001\r\n")))
        .containsExactly("n00000002", "n00000001");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n00000002,n0000001|line 2: expected a WordNet number such as n02124075, each once, found",
        "../n00000002|line 1: expected a WordNet number",
        "n00000002,n00000002|line 2: expected a WordNet number",
        "n00000002|: expected at least two classes, found 1",
        ",,|: expected at least two classes, found 0",
      })
  void whatIsNoListOfClassesIsRefused(String lines, String message) throws IOException {
    Path file = text(lines.replace(',', '\n'));
    assertThatThrownBy(() -> Synsets.wnids(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  private Path text(String content) throws IOException {
    return Files.writeString(dir.resolve("wnids.txt"), content);
  }
}
