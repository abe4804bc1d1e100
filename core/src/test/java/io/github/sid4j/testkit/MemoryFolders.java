package io.github.sid4j.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * Makes the temporary folders of tests in memory, where the system offers that. A run forces every
 * file onto the disk, which takes milliseconds each time, and tests write thousands of files.
 */
public final class MemoryFolders implements TempDirFactory {
  private static final Path MEMORY = Path.of("/dev/shm");

  /** Containers often have 64 MiB there; tests that run at once need less than this. */
  private static final long ROOM = 4L << 30;

  private static final boolean OFFERED = isOffered();

  private static boolean isOffered() {
    try {
      if (!Files.isWritable(MEMORY) || Files.getFileStore(MEMORY).getUsableSpace() < ROOM) {
        return false;
      }
      // Tests start scripts and load libraries, which some systems forbid there.
      Path script = Files.createTempFile(MEMORY, "sid4j-test", null);
      try {
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return Files.isExecutable(script);
      } finally {
        Files.delete(script);
      }
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  @Override
  public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test)
      throws IOException {
    String prefix = "sid4j-test";
    return OFFERED ? Files.createTempDirectory(MEMORY, prefix) : Files.createTempDirectory(prefix);
  }
}
