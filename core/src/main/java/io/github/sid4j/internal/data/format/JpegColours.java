package io.github.sid4j.internal.data.format;

import java.util.Arrays;

/**
 * What the components of a JPEG image are, by the rules of libjpeg, which nearly all programs
 * follow: the markers of JFIF and of Adobe decide, then the names of the components.
 */
final class JpegColours {
  private static final byte[] JFIF = {
    (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  /** Says that no component was transformed. */
  private static final byte[] ADOBE = {
    (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0
  };

  private static final int NONE = -1;

  private boolean jfif;
  private int transform = NONE;
  private int[] ids = {};

  /** Looks at a segment for applications, whose data is at {@code from}. */
  void note(ImageBytes bytes, int marker, int from, int end) {
    if (marker == 0xE0 && end - from >= 14 && bytes.holds(from, "JFIF\0")) {
      jfif = true;
    } else if (marker == 0xEE && end - from >= 12 && bytes.holds(from, "Adobe")) {
      transform = bytes.number(from + 11, 1);
    }
  }

  void components(int... names) {
    ids = names;
  }

  /** Whether four components are YCCK, not CMYK. */
  boolean ycck() {
    return transform > 0;
  }

  /**
   * The one marker that has a decoder take the components for what they are: of one component or
   * three this JFIF's or Adobe's; four are given as they are stored.
   */
  byte[] marker(int components) {
    return components == 4 || (components == 3 && rgb()) ? ADOBE.clone() : JFIF.clone();
  }

  private boolean rgb() {
    return !jfif
        && (transform == 0 || (transform == NONE && Arrays.equals(ids, new int[] {'R', 'G', 'B'})));
  }
}
