package io.github.sid4j.internal.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Says whether a row is still the one that stood at its place. */
public final class RowFingerprint {
  private static final int DIGITS = 12;

  private RowFingerprint() {}

  /**
   * Of the cells of a table's row.
   *
   * @param cells all of them
   * @return twelve hexadecimal digits
   */
  static String of(List<String> cells) {
    MessageDigest digest = digest();
    for (String cell : cells) {
      byte[] text = cell.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
      digest.update(text);
    }
    return text(digest);
  }

  /**
   * Of a row of numbers.
   *
   * @param values all of them
   * @return twelve hexadecimal digits
   */
  public static String of(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    for (float value : values) {
      bytes.putFloat(value);
    }
    MessageDigest digest = digest();
    digest.update(bytes.array());
    return text(digest);
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
