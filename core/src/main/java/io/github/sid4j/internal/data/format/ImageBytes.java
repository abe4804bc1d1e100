package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The bytes of an image file, read with the suspicion that they are cut off or damaged.
 *
 * @param content of the whole file
 * @param where it came from, for messages
 * @param kind what it begins like: PNG, JPEG or WebP
 * @param mostPixels what an image may have of them
 */
// Two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
record ImageBytes(byte[] content, String where, String kind, long mostPixels) {
  /** Of one array. */
  private static final long MOST_BYTES = 1L << 30;

  private static final String REMEDY = "replace or remove it";

  int length() {
    return content.length;
  }

  /** A number of one to four bytes, the highest first; it is at most 2^31 - 1. */
  int number(int at, int bytes) {
    require(at, bytes);
    long number = 0;
    for (int i = 0; i < bytes; i++) {
      number = (number << Byte.SIZE) | (content[at + i] & 0xFF);
    }
    if (number > Integer.MAX_VALUE) {
      throw damaged("the number " + number + " at byte " + at);
    }
    return (int) number;
  }

  /** Whether a text in ASCII stands at a place; not so where the file is too short for it. */
  boolean holds(int at, String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    if (at + expected.length > content.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (content[at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Refuses a file that ends before a place. */
  void require(int at, long bytes) {
    if (at + bytes > content.length) {
      throw cutOff();
    }
  }

  /** The size of the image, before anything of its size is allocated. */
  void checkSize(int width, int height) {
    long pixels = (long) width * height;
    if (pixels < 1 || pixels > mostPixels) {
      throw new InputException(
          where,
          String.format(Locale.ROOT, "an image of 1 to %,d pixels", mostPixels),
          width + "x" + height,
          "resize it, or have all images scaled by image-size=N");
    }
  }

  /** Refuses what has to be decoded whole and would take more than half of the heap. */
  void checkMemory(int width, int height, int bytesPerPixel) {
    long needed = (long) width * height * bytesPerPixel;
    long heap = Runtime.getRuntime().maxMemory();
    if (needed > heap / 2 || needed > MOST_BYTES) {
      throw new InputException(
          where,
          String.format(
              Locale.ROOT,
              "an image that is decoded whole (interlaced PNG, WebP, JPEG of inks) in at most %d MB",
              Math.min(heap / 2, MOST_BYTES) >> 20),
          String.format(Locale.ROOT, "%dx%d pixels, %d MB", width, height, needed >> 20),
          "save it as an ordinary JPEG, or raise the heap by JAVA_TOOL_OPTIONS=-Xmx4g");
    }
  }

  InputException cutOff() {
    return damaged("one that is cut off after " + content.length + " bytes");
  }

  InputException damaged(String found) {
    return new InputException(where, "a whole " + kind + " image", found, REMEDY);
  }

  InputException damaged(Exception cause) {
    return new InputException(
        where, "a whole " + kind + " image", "damage in its data", REMEDY, cause);
  }
}
