package io.github.sid4j.data;

import java.util.Arrays;

/** The pixels of an image, equal to those of an equal image. */
// Made to be compared by content.
@SuppressWarnings("ArrayRecordComponent")
record ImageContent(byte[] pixels) {
  @Override
  public boolean equals(Object other) {
    return other instanceof ImageContent image && Arrays.equals(pixels, image.pixels);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(pixels);
  }
}
