package io.github.sid4j.internal.data.image;

import io.github.sid4j.random.Rng;

/** The usual random changes to photos. */
public final class PhotoChanges {
  /** With little data, smaller crops lose what the photo shows. */
  private static final double LEAST_AREA = 0.35;

  private static final double LOG_RATIO = Math.log(4.0 / 3);
  private static final int TRIES = 10;
  private static final double JITTER = 0.2;

  private PhotoChanges() {}

  /**
   * Takes a random rectangle of 35 to 100 % of the area, with sides in a ratio of 3:4 to 4:3, and
   * stretches it to the whole.
   *
   * @param image in place
   * @param rng draws size and place
   */
  public static void crop(Levels image, Rng rng) {
    for (int i = 0; i < TRIES; i++) {
      double area = image.plane() * (LEAST_AREA + (1 - LEAST_AREA) * rng.nextDouble());
      double ratio = Math.exp(LOG_RATIO * (2 * rng.nextDouble() - 1));
      int width = (int) Math.round(Math.sqrt(area * ratio));
      int height = (int) Math.round(Math.sqrt(area / ratio));
      if (width >= 1 && width <= image.width() && height >= 1 && height <= image.height()) {
        int left = rng.nextInt(image.width() - width + 1);
        int top = rng.nextInt(image.height() - height + 1);
        PlaceChange.crop(image, left, top, width, height);
        return;
      }
    }
  }

  /**
   * Mirrors left to right with probability 1/2.
   *
   * @param image in place
   * @param rng draws whether
   */
  public static void flip(Levels image, Rng rng) {
    if (rng.nextDouble() < 0.5) {
      PlaceChange.mirror(image);
    }
  }

  /**
   * Changes brightness, contrast and saturation, each by up to 20 %.
   *
   * @param image in place
   * @param rng draws how much
   */
  public static void jitter(Levels image, Rng rng) {
    ColourChange.brightness(image, factor(rng));
    ColourChange.contrast(image, factor(rng));
    ColourChange.saturation(image, factor(rng));
  }

  private static double factor(Rng rng) {
    return 1 + JITTER * (2 * rng.nextDouble() - 1);
  }
}
