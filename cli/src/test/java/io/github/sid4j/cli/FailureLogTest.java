package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
  @TempDir private Path temporary;

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    }
  }

  private Path write() {
    String words = new FailureLog(temporary).write(new IllegalStateException("odd"));
    return Path.of(words.replaceFirst("^ \\(details in (.*)\\)$", "$1"));
  }

  @Test
  void onlyTheNewestAreKeptInOneFolder() throws IOException {
    for (int i = 0; i < FailureLog.KEPT; i++) {
      write();
    }
    assertThat(list(temporary)).hasSize(1);
    Path folder = list(temporary).get(0);
    Path mine = Files.writeString(folder.resolve("notes.txt"), "mine");
    Path last = write();
    assertThat(last).content().contains("IllegalStateException: odd", "FailureLogTest");
    assertThat(list(folder)).hasSize(FailureLog.KEPT + 1).contains(last, mine);
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links take a privilege there")
  void aFolderThatIsALinkIsNotUsed() throws IOException {
    write();
    Path folder = list(temporary).get(0);
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    try (Stream<Path> logs = Files.list(folder)) {
      for (Path log : logs.toList()) {
        Files.delete(log);
      }
    }
    Files.delete(folder);
    Files.createSymbolicLink(folder, elsewhere);
    assertThat(write().getParent()).isEqualTo(temporary);
    assertThat(elsewhere).isEmptyDirectory();
  }
}
