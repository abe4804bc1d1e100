package io.github.sid4j.internal.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunFormatTest {
  @TempDir private Path folder;

  @Test
  void aLaterFormIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("provenance.json"), "{\"format\": 2, \"x\": []}");
    assertThatThrownBy(() -> RunFormat.check(new RunPaths(folder)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + " format: expected at most 1, found 2; use the version of sid4j that wrote the"
                + " run, or a later one");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"format\": 1}", "{}", "{", "[]", "{\"format\": \"x\"}"})
  void whatIsNotOneIsLeftToOthers(String text) throws IOException {
    Files.writeString(folder.resolve("provenance.json"), text);
    assertThatCode(() -> RunFormat.check(new RunPaths(folder))).doesNotThrowAnyException();
  }

  @Test
  void aFolderWithoutTheFileIsLeftToOthers() {
    assertThatCode(() -> RunFormat.check(new RunPaths(folder))).doesNotThrowAnyException();
  }
}
