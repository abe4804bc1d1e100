package io.github.sid4j.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * How much of the disk a run takes: its own files, not what else lies among them.
 *
 * @param files how many
 * @param bytes of all of them
 * @param checkpointBytes of the checkpoints, which are among them
 */
public record RunSize(int files, long bytes, long checkpointBytes) {
  private static final int ATTEMPTS = 5;

  /**
   * Counts.
   *
   * @param folder of a run, which may be written at this moment
   * @return what was there
   * @throws IOException if the folder cannot be read
   */
  public static RunSize of(Path folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return count(folder);
      } catch (UncheckedIOException e) {
        // A checkpoint was removed while its folder was looked into.
        if (attempt == ATTEMPTS) {
          throw e.getCause();
        }
      }
    }
  }

  private static RunSize count(Path folder) throws IOException {
    int files = 0;
    long bytes = 0;
    long checkpoints = 0;
    for (Path path : RunContents.owned(folder)) {
      if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        long size = size(path);
        files++;
        bytes += size;
        checkpoints += path.startsWith(folder.resolve(RunPaths.CHECKPOINTS)) ? size : 0;
      }
    }
    return new RunSize(files, bytes, checkpoints);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0; // Gone meanwhile.
    }
  }
}
