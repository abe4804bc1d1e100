package io.github.sid4j.internal.data;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes of what data sets hold. */
public final class DataDigest {
  private DataDigest() {}

  /**
   * SHA-256.
   *
   * @return of nothing yet
   */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
