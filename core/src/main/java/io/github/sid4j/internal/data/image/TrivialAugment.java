package io.github.sid4j.internal.data.image;

import io.github.sid4j.random.Rng;

/**
 * One of 14 changes, of one of 31 strengths, each equally likely (Mueller and Hutter,
 * "TrivialAugment", ICCV 2021, the wide ranges). Some turn by up to 135 degrees or shift by up to
 * 32 pixels: no good where direction or place distinguishes classes.
 */
public final class TrivialAugment {
  private static final int CHANGES = 14;
  private static final int STRENGTHS = 31;
  private static final double MOST = 0.99;
  private static final double MOST_PIXELS = 32;
  private static final double MOST_DEGREES = 135;

  private TrivialAugment() {}

  /**
   * Changes an image.
   *
   * @param image in place
   * @param rng draws change, strength and direction
   */
  public static void apply(Levels image, Rng rng) {
    int change = rng.nextInt(CHANGES);
    double strength = rng.nextInt(STRENGTHS) / (STRENGTHS - 1.0);
    double signed = rng.nextDouble() < 0.5 ? strength : -strength;
    switch (change) {
      case 1 -> PlaceChange.affine(image, 1, MOST * signed, 0, 0, 1, 0);
      case 2 -> PlaceChange.affine(image, 1, 0, 0, MOST * signed, 1, 0);
      case 3 -> PlaceChange.affine(image, 1, 0, MOST_PIXELS * signed, 0, 1, 0);
      case 4 -> PlaceChange.affine(image, 1, 0, 0, 0, 1, MOST_PIXELS * signed);
      case 5 -> PlaceChange.rotate(image, MOST_DEGREES * signed);
      case 6 -> ColourChange.brightness(image, 1 + MOST * signed);
      case 7 -> ColourChange.saturation(image, 1 + MOST * signed);
      case 8 -> ColourChange.contrast(image, 1 + MOST * signed);
      case 9 -> ColourChange.sharpness(image, 1 + MOST * signed);
      case 10 -> ColourChange.posterize(image, 8 - (int) Math.round(6 * strength));
      case 11 -> ColourChange.solarize(image, 255 * (1 - strength));
      case 12 -> ColourChange.autocontrast(image);
      case 13 -> ColourChange.equalize(image);
      default -> {}
    }
  }
}
