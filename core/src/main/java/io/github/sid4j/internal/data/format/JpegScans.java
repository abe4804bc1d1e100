package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.util.Arrays;

/**
 * The scans of a JPEG image: not too many, and together all of the image. A progressive image that
 * was cut off between two scans and closed again would be decoded without a warning, as a coarse
 * picture or a grey one.
 */
final class JpegScans {
  /** Encoders write about ten; a decoder goes through the whole image for each. */
  private static final int MAX_SCANS = 100;

  /** Of all scans: 30 of an image of 64 megapixels, half a minute of decoding. */
  private static final long MAX_PIXELS = 30L << 26;

  private static final int COEFFICIENTS = 64;
  private static final byte NEVER = -1;

  private final ImageBytes bytes;
  private final int[] ids;
  private final boolean progressive;
  private final long pixels;

  /** By component and coefficient: the bits that are still to come. */
  private final byte[][] missingBits;

  private int count;

  JpegScans(ImageBytes bytes, int[] ids, boolean progressive, long pixels) {
    this.bytes = bytes;
    this.ids = ids;
    this.progressive = progressive;
    this.pixels = pixels;
    this.missingBits = new byte[ids.length][COEFFICIENTS];
    for (byte[] component : missingBits) {
      Arrays.fill(component, NEVER);
    }
  }

  boolean begun() {
    return count > 0;
  }

  /** Takes a scan by its header, from the length on. */
  void add(int at, int end) {
    count++;
    if (count > MAX_SCANS || count * pixels > MAX_PIXELS) {
      throw new InputException(
          bytes.where(),
          "a JPEG image of at most " + Math.min(MAX_SCANS, MAX_PIXELS / pixels) + " scans",
          "more",
          "save it again as JPEG or PNG");
    }
    int components = bytes.number(at + 2, 1);
    if (end - at != 6 + 2 * components) {
      throw bytes.damaged("the header of a scan of " + (end - at) + " bytes");
    }
    int range = at + 3 + 2 * components;
    int first = progressive ? bytes.number(range, 1) : 0;
    int last = progressive ? bytes.number(range + 1, 1) : COEFFICIENTS - 1;
    int bits = progressive ? bytes.number(range + 2, 1) & 0xF : 0;
    if (first > last || last >= COEFFICIENTS) {
      throw bytes.damaged("a scan of the coefficients " + first + " to " + last);
    }
    for (int i = 0; i < components; i++) {
      int component = component(bytes.number(at + 3 + 2 * i, 1));
      Arrays.fill(missingBits[component], first, last + 1, (byte) bits);
    }
  }

  private int component(int id) {
    for (int c = 0; c < ids.length; c++) {
      if (ids[c] == id) {
        return c;
      }
    }
    throw bytes.damaged("a scan of the unknown component " + id);
  }

  /** To be called behind the last scan. */
  void checkWhole() {
    for (byte[] component : missingBits) {
      boolean begun = component[0] != NEVER;
      for (byte bits : component) {
        if (!begun || bits > 0) {
          throw bytes.damaged("one whose last scans are missing");
        }
      }
    }
  }
}
