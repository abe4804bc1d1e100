package io.github.sid4j.internal.data.format;

import io.github.sid4j.internal.data.image.ImageRules;

/**
 * What is to become of an image file.
 *
 * @param rules what is behind transparent pixels, and how the image fills its square
 * @param side of the square in pixels; 0 for an image of its own size
 */
record WantedImage(ImageRules rules, int side) {
  static final WantedImage AS_IT_IS = new WantedImage(ImageRules.DEFAULT, 0);

  /** As it is, an image is held in memory whole: 4,096 x 4,096 pixels. */
  private static final long MOST_WHOLE = 1L << 24;

  /** What is resized passes through memory row by row: 16,384 x 16,384 pixels. */
  private static final long MOST_RESIZED = 1L << 28;

  /** Whether the image is held in memory whatever is done. */
  boolean isWhole() {
    return side == 0;
  }

  /** More pixels are refused before anything is decoded. */
  long mostPixels() {
    return side == 0 ? MOST_WHOLE : MOST_RESIZED;
  }
}
