package io.github.sid4j.internal.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.AnnotationsFile.Annotation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotationsFileTest {
  @TempDir private Path dir;

  @Test
  void boxesArePassedOverAndLinesCounted() throws IOException {
    assertThat(AnnotationsFile.read(text("b\tx\t0\t1\t2\t3\r\n\r\na\ty\r\n")))
        .containsExactly(new Annotation("b", "x", 1), new Annotation("a", "y", 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a>x,b|line 2: expected an image and its class with a tab between, found \"b\"",
        "a>x,a>y|line 2: expected an image that no line before it names, found \"a\"",
        ",|: expected a line for each image, found no lines",
      })
  void linesThatLeaveDoubtAreRefused(String lines, String message) throws IOException {
    Path file = text(lines.replace(',', '\n').replace('>', '\t'));
    assertThatThrownBy(() -> AnnotationsFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(message);
  }

  private Path text(String content) throws IOException {
    return Files.writeString(dir.resolve("annotations.txt"), content);
  }
}
