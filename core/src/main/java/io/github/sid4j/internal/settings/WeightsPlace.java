package io.github.sid4j.internal.settings;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where pretrained weights are: a file or folder here, or an address.
 *
 * @param address {@code hf:...} or one of the web; empty for a file
 * @param file the file, or a folder with a {@code model.safetensors}; empty for an address
 */
public record WeightsPlace(Optional<String> address, Optional<Path> file) {
  /**
   * Reads a place.
   *
   * @param text not empty
   * @return an address if the text begins like one, else a path
   * @throws java.nio.file.InvalidPathException if it is neither
   */
  public static WeightsPlace of(String text) {
    boolean remote =
        text.startsWith("hf:") || text.startsWith("https://") || text.startsWith("http://");
    return remote ? new WeightsPlace(Optional.of(text), Optional.empty()) : of(UserPath.of(text));
  }

  /**
   * A file or folder.
   *
   * @param file where it is
   * @return the place
   */
  public static WeightsPlace of(Path file) {
    return new WeightsPlace(Optional.empty(), Optional.of(file));
  }

  /** As it is written in files and flags. */
  @Override
  public String toString() {
    return address.orElseGet(() -> UserPath.text(file.orElseThrow()));
  }
}
