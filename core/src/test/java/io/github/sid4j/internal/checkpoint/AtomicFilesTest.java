package io.github.sid4j.internal.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
  @TempDir Path folder;

  @Test
  void replacesAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    AtomicFiles.write(file, out -> out.write('n'));
    assertThat(file).hasContent("n");
    assertThat(CheckpointFolder.list(folder)).containsExactly(file);
  }

  @Test
  void aFullDiskLeavesTheOldFileAndNothingBesideIt() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "old");
    assertThatThrownBy(
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write(new byte[1 << 20]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(file + ": No space left on device");
    assertThat(file).hasContent("old");
    assertThat(CheckpointFolder.list(folder)).containsExactly(file);
  }

  @Test
  void aPowerCutAtAnyOperationLeavesTheOldOrTheNewFile() throws IOException {
    Path file = folder.resolve("a");
    Set<String> outcomes = new HashSet<>();
    boolean failed = true;
    for (int operation = 1; failed; operation++) {
      Files.writeString(file, "old");
      FaultyDisk disk = new FaultyDisk(folder, operation, true);
      try {
        new Publisher(disk).writeFile(file, out -> out.write(new byte[] {'n', 'e', 'w'}));
      } catch (FaultyDisk.PowerCut e) {
        assertThat(disk.failed()).isTrue();
      }
      failed = disk.failed();
      outcomes.add(Files.readString(file));
    }
    assertThat(outcomes).containsExactlyInAnyOrder("old", "new");
  }

  @Test
  void aFolderAppearsWholeOrNotAtAll() throws IOException {
    Path target = folder.resolve("set");
    assertThatThrownBy(
            () ->
                AtomicFiles.publishFolder(
                    target,
                    into -> {
                      Files.createDirectories(into.resolve("deep"));
                      Files.writeString(into.resolve("deep/file"), "half");
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(target + ": No space left on device");
    assertThat(folder).isEmptyDirectory();
    AtomicFiles.publishFolder(target, into -> Files.writeString(into.resolve("file"), "whole"));
    assertThat(target.resolve("file")).hasContent("whole");
  }

  @Test
  void aFolderThatIsThereIsNotTouched() throws IOException {
    Path target = Files.createDirectory(folder.resolve("set"));
    assertThatThrownBy(() -> AtomicFiles.publishFolder(target, into -> {}))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(CheckpointFolder.list(folder)).containsExactly(target);
  }
}
