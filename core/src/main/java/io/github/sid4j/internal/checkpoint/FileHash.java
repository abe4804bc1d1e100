package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/** Hashes of files. */
public final class FileHash {
  private FileHash() {}

  /**
   * The SHA-256 of a file's contents.
   *
   * @param file to read
   * @return 64 lower-case hexadecimal digits
   * @throws IOException if it cannot be read
   */
  public static String sha256(Path file) throws IOException {
    return Fingerprint.of(file).sha256();
  }
}
