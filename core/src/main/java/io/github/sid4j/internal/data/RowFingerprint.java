package io.github.sid4j.internal.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
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
    MessageDigest digest = DataDigest.sha256();
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
    MessageDigest digest = DataDigest.sha256();
    digest.update(bytes.array());
    return text(digest);
  }

  private static String text(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }
}
