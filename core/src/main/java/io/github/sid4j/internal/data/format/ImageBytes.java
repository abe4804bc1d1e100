package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of an image file, read with the suspicion that they are cut off or damaged.
 *
 * @param content of the whole file
 * @param where it came from, for messages
 * @param kind what it begins like: PNG or JPEG
 */
// Two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
record ImageBytes(byte[] content, String where, String kind) {
  /** More than anything that is trained on whole, and little enough to be decoded safely. */
  static final int MAX_SIDE = 4096;

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

  /** A side of the image, before anything of its size is allocated. */
  void checkSide(int pixels) {
    if (pixels < 1 || pixels > MAX_SIDE) {
      throw new InputException(
          where, "1 to " + MAX_SIDE + " pixels a side", Integer.toString(pixels), "resize it");
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
