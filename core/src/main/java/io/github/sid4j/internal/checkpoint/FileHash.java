package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of files, and of other contents. */
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

  /**
   * SHA-256 for other contents.
   *
   * @return of nothing yet
   */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-256", e);
    }
  }
}
