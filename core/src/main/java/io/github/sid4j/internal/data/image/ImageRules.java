package io.github.sid4j.internal.data.image;

import java.util.Objects;

/**
 * How photos of any size become squares of one size.
 *
 * @param fit how they fill the square
 * @param interpolation how new pixels are made
 * @param cropShare the share of the resized image's shorter side that is kept, above 0 and at most
 *     1: with 0.875 and a side of 224 the shorter side becomes 256, of which the middle 224 remain
 * @param background behind transparent pixels and around padded images
 */
public record ImageRules(
    ImageFit fit, Interpolation interpolation, double cropShare, Background background) {
  /** All of the largest square in the middle, bilinear, on white. */
  public static final ImageRules DEFAULT =
      new ImageRules(ImageFit.CROP, Interpolation.BILINEAR, 1, Background.WHITE);

  /**
   * Checks the rules.
   *
   * @throws IllegalArgumentException if the crop share is out of range
   */
  public ImageRules {
    Objects.requireNonNull(fit, "fit");
    Objects.requireNonNull(interpolation, "interpolation");
    Objects.requireNonNull(background, "background");
    if (!(cropShare > 0 && cropShare <= 1)) {
      throw new IllegalArgumentException("a crop share of " + cropShare);
    }
  }
}
