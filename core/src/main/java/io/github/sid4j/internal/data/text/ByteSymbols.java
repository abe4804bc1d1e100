package io.github.sid4j.internal.data.text;

import java.nio.charset.StandardCharsets;

/**
 * A visible character for each byte, as in the vocabularies of byte-level BPE (Radford et al.,
 * 2019): bytes that are printable in Latin-1 stand for themselves, the others for characters from
 * 256.
 */
final class ByteSymbols {
  private static final int BYTES = 256;
  private static final char[] SYMBOLS = new char[BYTES];

  static {
    int next = BYTES;
    for (int b = 0; b < BYTES; b++) {
      SYMBOLS[b] = isPrintable(b) ? (char) b : (char) next++;
    }
  }

  private ByteSymbols() {}

  private static boolean isPrintable(int b) {
    return (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
  }

  /** The symbol of a byte, 0 .. 255. */
  static String of(int b) {
    return String.valueOf(SYMBOLS[b]);
  }

  /** The symbols of a text's bytes in UTF-8. */
  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder symbols = new StringBuilder(bytes.length);
    for (byte b : bytes) {
      symbols.append(SYMBOLS[b & 0xFF]);
    }
    return symbols.toString();
  }
}
