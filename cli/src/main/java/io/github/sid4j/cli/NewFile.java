package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that a command is to write. */
final class NewFile {
  private NewFile() {}

  /**
   * Checks, before anything is computed, that it can be written.
   *
   * @param overwrite whether it may replace one
   * @throws InputException if it would replace one, or there is no folder for it
   */
  static void check(Path file, boolean overwrite) {
    if (!overwrite && Files.exists(file)) {
      throw new InputException(
          file.toString(),
          "a file that is not there yet",
          "one that is",
          "name another, or give --overwrite to replace it");
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file) || !Files.isDirectory(folder)) {
      throw new InputException(
          file.toString(), "a file in a folder that is there", "none", "make the folder first");
    }
    if (!Files.isWritable(folder)) {
      throw new InputException(
          file.toString(),
          "a file in a folder that can be written to",
          "one without permission",
          "name another");
    }
  }
}
