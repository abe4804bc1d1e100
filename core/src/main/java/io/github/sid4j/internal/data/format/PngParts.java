package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.Orientation;
import java.io.InputStream;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG file that make its pixels, checked before any decoder sees them. Profiles,
 * gamma, texts and the further pictures of an animation are left out: none of them takes part in
 * the pixels, and some can be unpacked to any size. Transparency and orientation are read here, as
 * decoders treat them in different ways.
 */
final class PngParts {
  static final String SIGNATURE = "\u0089PNG\r\n\u001A\n";

  private static final int PALETTE = 3;

  /** Around what a chunk holds: its length and type before, its check sum behind. */
  private static final int BEFORE = 8;

  private static final int BEHIND = 4;

  private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "IDAT", "IEND");

  private final ImageBytes bytes;
  private final ImagePieces pieces;
  private Transparency transparency = Transparency.NONE;
  private Orientation orientation = Orientation.UPRIGHT;

  private PngParts(ImageBytes bytes) {
    this.bytes = bytes;
    this.pieces = new ImagePieces(bytes.content());
  }

  /**
   * Checks a file.
   *
   * @param bytes that begin with the signature
   * @return what it holds
   */
  static PngParts of(ImageBytes bytes) {
    PngParts parts = new PngParts(bytes);
    parts.walk();
    return parts;
  }

  /** The same image as a file without what does not make its pixels; to be called once. */
  InputStream stream() {
    return pieces.stream();
  }

  /** Whether its rows are not in order. */
  boolean isInterlaced() {
    return header(12) != 0;
  }

  Transparency transparency() {
    return transparency;
  }

  Orientation orientation() {
    return orientation;
  }

  private void walk() {
    int start = SIGNATURE.length();
    pieces.keep(0, start);
    checkHeader(start);
    String type = "";
    boolean data = false;
    while (!type.equals("IEND")) {
      int length = bytes.number(start, 4);
      type = type(start + 4);
      bytes.require(start, (long) BEFORE + length + BEHIND);
      int end = start + BEFORE + length + BEHIND;
      if (PICTURE.contains(type)) {
        checkSum(start + 4, end - BEHIND, type);
        data |= type.equals("IDAT");
        keep(type, start, end);
      } else if (type.equals("tRNS")) {
        transparency = Transparency.of(bytes, start + BEFORE, end - BEHIND, hasPalette());
      } else if (type.equals("eXIf")) {
        orientation = ExifOrientation.of(bytes.content(), start + BEFORE, end - BEHIND);
      } else if (Character.isUpperCase(type.charAt(0))) {
        throw bytes.damaged("an unknown chunk " + type + " that its pixels depend on");
      }
      start = end;
    }
    if (!data) {
      throw bytes.damaged("none of its pixels");
    }
  }

  private void checkHeader(int start) {
    if (bytes.number(start, 4) != 13 || !bytes.holds(start + 4, "IHDR")) {
      throw bytes.damaged("no IHDR chunk at its beginning");
    }
    bytes.checkSize(bytes.number(start + BEFORE, 4), bytes.number(start + BEFORE + 4, 4));
  }

  private String type(int at) {
    bytes.require(at, 4);
    StringBuilder type = new StringBuilder();
    for (int i = at; i < at + 4; i++) {
      char letter = (char) (bytes.content()[i] & 0xFF);
      if (!(letter >= 'A' && letter <= 'Z') && !(letter >= 'a' && letter <= 'z')) {
        throw bytes.damaged("no chunk at byte " + (at - 4));
      }
      type.append(letter);
    }
    return type.toString();
  }

  /** The decoder does not look at these. */
  private void checkSum(int from, int to, String type) {
    CRC32 sum = new CRC32();
    sum.update(bytes.content(), from, to - from);
    bytes.require(to, BEHIND);
    for (int i = 0; i < BEHIND; i++) {
      if (bytes.content()[to + i] != (byte) (sum.getValue() >> (24 - Byte.SIZE * i))) {
        throw bytes.damaged("a chunk " + type + " whose check sum is wrong");
      }
    }
  }

  /** A palette beside pixels that have colours of their own is only a hint. */
  private void keep(String type, int start, int end) {
    if (!type.equals("PLTE") || hasPalette()) {
      pieces.keep(start, end);
    }
  }

  private boolean hasPalette() {
    return header(9) == PALETTE;
  }

  /** A byte of the header. */
  private int header(int at) {
    return bytes.number(SIGNATURE.length() + BEFORE + at, 1);
  }
}
