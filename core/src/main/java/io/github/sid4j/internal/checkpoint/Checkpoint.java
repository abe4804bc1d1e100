package io.github.sid4j.internal.checkpoint;

import io.github.sid4j.error.InputException;
import java.nio.file.Path;
import java.util.List;

/**
 * A checkpoint that was found whole.
 *
 * @param folder where its files are
 * @param step at which it was saved
 * @param files the names of its files, sorted, without the manifest
 */
public record Checkpoint(Path folder, long step, List<String> files) {
  /** Keeps a copy that cannot be changed. */
  public Checkpoint {
    files = List.copyOf(files);
  }

  /**
   * Where one of the files is.
   *
   * @param name as it was written
   * @return its path
   * @throws InputException when the checkpoint was saved without it
   */
  public Path file(String name) {
    if (!files.contains(name)) {
      throw new InputException(
          folder.toString(),
          "a checkpoint with " + name,
          "one with " + files,
          "resume with the settings and the version that wrote it");
    }
    return folder.resolve(name);
  }
}
