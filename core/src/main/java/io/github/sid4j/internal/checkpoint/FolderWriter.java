package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** Fills a folder that nobody else sees yet. */
@FunctionalInterface
public interface FolderWriter {
  /**
   * Writes all files of the folder and closes them.
   *
   * @param folder empty, under a name for the time being that must not be kept
   * @throws IOException to give the folder up
   */
  void write(Path folder) throws IOException;
}
