package io.github.sid4j.internal.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
 * @param hex the hash in lower-case hexadecimal digits, 64 for SHA-256, 32 for MD5, 40 for Git
 */
public record Checksum(Algorithm algorithm, String hex) {
  private static final int CHUNK = 1 << 16;

  /** The hash functions that publishers of data sets state. */
  public enum Algorithm {
    /** 256 bits, FIPS 180-4. */
    SHA_256("SHA-256", 64),
    /** 128 bits, RFC 1321; guards against damage and against a second file of the same hash. */
    MD5("MD5", 32),
    /** 160 bits over the length and the content, as Git names a file; guards against damage. */
    GIT_BLOB("git blob SHA-1", 40),
    /** None: the publisher states no hash. */
    UNSTATED("no hash", 0);

    private final String title;
    private final int digits;

    Algorithm(String title, int digits) {
      this.title = title;
      this.digits = digits;
    }

    private MessageDigest digest(long bytes) throws NoSuchAlgorithmException {
      if (this != GIT_BLOB) {
        return MessageDigest.getInstance(title);
      }
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      digest.update(("blob " + bytes + "\0").getBytes(StandardCharsets.US_ASCII));
      return digest;
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
   * The SHA-256 of bytes.
   *
   * @param bytes any
   * @return the checksum
   */
  static Checksum sha256Of(byte... bytes) {
    MessageDigest digest = digest(Algorithm.SHA_256, bytes.length);
    return sha256(HexFormat.of().formatHex(digest.digest(bytes)));
  }

  /**
   * The SHA-256 of a file.
   *
   * @param file a readable file
   * @return the checksum
   */
  static Checksum sha256Of(Path file) throws IOException {
    return sha256("0".repeat(Algorithm.SHA_256.digits)).of(file);
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
   * The hash by which Git names a file.
   *
   * @param hex 40 hexadecimal digits of either case
   * @return the checksum
   */
  public static Checksum gitBlob(String hex) {
    return new Checksum(Algorithm.GIT_BLOB, hex.toLowerCase(Locale.ROOT));
  }

  /**
   * Where the publisher states no hash: any content is taken.
   *
   * @return a checksum that every file has
   */
  public static Checksum unstated() {
    return new Checksum(Algorithm.UNSTATED, "");
  }

  /**
   * Hashes a file with this checksum's algorithm.
   *
   * @param file a readable file
   * @return the checksum that the file has
   * @throws IOException if the file cannot be read
   */
  public Checksum of(Path file) throws IOException {
    if (algorithm == Algorithm.UNSTATED) {
      return this;
    }
    MessageDigest digest = digest(algorithm, Files.size(file));
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      byte[] buffer = new byte[CHUNK];
      while (in.read(buffer) >= 0) {
        // Reading is what feeds the digest.
      }
    }
    return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest digest(Algorithm algorithm, long bytes) {
    try {
      return algorithm.digest(bytes);
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
