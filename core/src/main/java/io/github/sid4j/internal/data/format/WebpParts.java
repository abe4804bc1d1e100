package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.image.Orientation;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The chunks of a WebP file that make its pixels, checked before any decoder sees them. Profiles
 * and texts are left out; an animation is refused.
 */
final class WebpParts {
  private static final int HEAD = 12;
  private static final int CHUNK_HEAD = 8;

  /** Of the flags of an extended file those that the pixels depend on. */
  private static final int ALPHA = 0x10;

  private static final int ANIMATION = 0x02;

  private final ImageBytes bytes;
  private final ImagePieces pieces;
  private byte[] extension = {};

  /** What an extended file says of its size: width and height. */
  private int[] canvas = {};

  private boolean pixels;
  private Orientation orientation = Orientation.UPRIGHT;
  private int length;

  private WebpParts(ImageBytes bytes) {
    this.bytes = bytes;
    this.pieces = new ImagePieces(bytes.content());
  }

  /** Whether a file begins like one. */
  static boolean isOne(ImageBytes bytes) {
    return bytes.holds(0, "RIFF") && bytes.holds(8, "WEBP");
  }

  static WebpParts of(ImageBytes bytes) {
    WebpParts parts = new WebpParts(bytes);
    parts.walk();
    return parts;
  }

  Orientation orientation() {
    return orientation;
  }

  /** The same image as a file without what does not make its pixels; to be called once. */
  InputStream stream() {
    byte[] head = new byte[HEAD + extension.length];
    ByteBuffer.wrap(head)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(4 + extension.length + length)
        .put("WEBP".getBytes(StandardCharsets.US_ASCII))
        .put(extension);
    return new SequenceInputStream(new ByteArrayInputStream(head), pieces.stream());
  }

  private void walk() {
    int end = CHUNK_HEAD + size(4);
    bytes.require(0, end);
    int at = HEAD;
    while (at + CHUNK_HEAD <= end) {
      int from = at + CHUNK_HEAD;
      int size = size(at + 4);
      bytes.require(from, size);
      int next = from + size + (size & 1);
      chunk(at, from, size);
      at = next;
    }
    if (!pixels) {
      throw bytes.damaged("none of its pixels");
    }
  }

  private void chunk(int at, int from, int size) {
    if (bytes.holds(at, "VP8X")) {
      extend(from);
    } else if (bytes.holds(at, "ALPH")) {
      keep(at, from + size);
    } else if (bytes.holds(at, "VP8 ")) {
      picture(little(from + 6, 2) & 0x3FFF, little(from + 8, 2) & 0x3FFF);
      keep(at, from + size);
    } else if (bytes.holds(at, "VP8L")) {
      int sides = little(from + 1, 4);
      picture(1 + (sides & 0x3FFF), 1 + ((sides >>> 14) & 0x3FFF));
      keep(at, from + size);
    } else if (bytes.holds(at, "EXIF")) {
      int skipped = bytes.holds(from, "Exif\0\0") ? 6 : 0;
      orientation = ExifOrientation.of(bytes.content(), from + skipped, from + size);
    }
  }

  /** The decoder fills the canvas of an extended file whatever the picture's size. */
  private void picture(int width, int height) {
    bytes.checkSize(width, height);
    if (canvas.length > 0 && (canvas[0] != width || canvas[1] != height)) {
      throw bytes.damaged(
          "a picture of %sx%s on one of %sx%s".formatted(width, height, canvas[0], canvas[1]));
    }
    pixels = true;
  }

  /** Chunks have an even length in the file; the padding is of no use behind the last one. */
  private void keep(int at, int end) {
    int padded = Math.min(bytes.length(), end + (end & 1));
    pieces.keep(at, padded);
    length += padded - at;
  }

  private void extend(int from) {
    int flags = little(from, 4);
    if ((flags & ANIMATION) != 0) {
      throw new InputException(
          bytes.where(),
          "a WebP image of one picture",
          "an animation",
          "save one of its pictures as PNG or JPEG");
    }
    canvas = new int[] {1 + little(from + 4, 3), 1 + little(from + 7, 3)};
    bytes.checkSize(canvas[0], canvas[1]);
    extension =
        ByteBuffer.allocate(CHUNK_HEAD + 10)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put("VP8X".getBytes(StandardCharsets.US_ASCII))
            .putInt(10)
            .putInt(flags & ALPHA)
            .put(bytes.content(), from + 4, 6)
            .array();
  }

  /** A number of bytes; no file has more than there are. */
  private int size(int at) {
    int size = little(at, 4);
    if (size < 0 || size > bytes.length()) {
      throw bytes.cutOff();
    }
    return size;
  }

  /** A number of up to four bytes, the lowest first. */
  private int little(int at, int count) {
    bytes.require(at, count);
    int number = 0;
    for (int i = count - 1; i >= 0; i--) {
      number = (number << Byte.SIZE) | (bytes.content()[at + i] & 0xFF);
    }
    return number;
  }
}
