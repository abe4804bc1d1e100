package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartArchiveTest {
  @Test
  void itsCommandsSucceed(@TempDir Path folder) throws IOException {
    assertThat(StartArchive.fill(folder)).isZero();
    assertThat(folder.resolve("run/result.json")).exists();
  }
}
