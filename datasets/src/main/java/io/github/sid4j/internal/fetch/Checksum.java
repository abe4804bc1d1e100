package io.github.sid4j.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the bytes of a file must hash to.
 *
 * @param algorithm SHA-256 or MD5, the latter for publishers who state nothing stronger
 * @param hex the hash in lower-case hexadecimal digits, 64 for SHA-256 and 32 for MD5
 */
public record Checksum(Algorithm algorithm, String hex) {
  private static final int CHUNK = 1 << 16;

  /** The hash functions that publishers of data sets state. */
  public enum Algorithm {
    /** 256 bits, FIPS 180-4. */
    SHA_256("SHA-256", 64),
    /** 128 bits, RFC 1321; guards against damage and against a second file of the same hash. */
    MD5("MD5", 32);

    private final String title;
    private final int digits;

    Algorithm(String title, int digits) {
      this.title = title;
      this.digits = digits;
    }
  }

  /** Refuses what cannot be a hash of the algorithm. */
  public Checksum {
    if (!hex.matches("[0-9a-f]{" + algorithm.digits + "}")) {
      throw new IllegalArgumentException(
          algorithm.title + " must have " + algorithm.digits + " hex digits, found " + hex);
    }
  }

  /**
   * A SHA-256.
   *
   * @param hex 64 hexadecimal digits of either case
   * @return the checksum
   */
  public static Checksum sha256(String hex) {
    return new Checksum(Algorithm.SHA_256, hex.toLowerCase(Locale.ROOT));
  }

  /**
   * An MD5.
   *
   * @param hex 32 hexadecimal digits of either case
   * @return the checksum
   */
  public static Checksum md5(String hex) {
    return new Checksum(Algorithm.MD5, hex.toLowerCase(Locale.ROOT));
  }

  /**
   * Hashes a file with this checksum's algorithm.
   *
   * @param file a readable file
   * @return the checksum that the file has
   * @throws IOException if the file cannot be read
   */
  public Checksum of(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[CHUNK];
      while (in.read(buffer) >= 0) {
        // Reading is what feeds the digest.
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  private MessageDigest digest() {
    try {
      return MessageDigest.getInstance(algorithm.title);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK must offer " + algorithm.title, e);
    }
  }

  /** As it is shown to a user, for example {@code MD5 c32a...}. */
  @Override
  public String toString() {
    return algorithm.title + " " + hex;
  }
}
