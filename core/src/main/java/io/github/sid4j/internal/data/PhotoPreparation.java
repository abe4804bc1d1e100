package io.github.sid4j.internal.data;

import java.util.List;

/**
 * How photos are prepared for a network that others trained: resized and cut to a square, then
 * standardised by numbers that do not come from the data. Immutable.
 *
 * @param mean of each channel, of levels divided by 255
 * @param deviation of each channel, likewise; above 0
 * @param size side of the square in pixels, 1 to 4096
 * @param cropShare share of the resized photo's short side that the square keeps, above 0 and at
 *     most 1
 * @param interpolation {@code bicubic} or {@code bilinear}
 * @param fit what becomes of a photo that is no square: {@code crop}, {@code stretch} or {@code
 *     pad}
 */
public record PhotoPreparation(
    List<Double> mean,
    List<Double> deviation,
    int size,
    double cropShare,
    String interpolation,
    String fit) {
  private static final int LARGEST = 4096;

  /** The words for {@link #interpolation}. */
  public static final List<String> INTERPOLATIONS = List.of("bicubic", "bilinear");

  /** The words for {@link #fit}. */
  public static final List<String> FITS = List.of("crop", "stretch", "pad");

  /**
   * Keeps copies that cannot be changed.
   *
   * @throws IllegalArgumentException if a number is out of range, or a word is none of those
   */
  public PhotoPreparation {
    mean = List.copyOf(mean);
    deviation = List.copyOf(deviation);
    if (mean.isEmpty()
        || mean.size() != deviation.size()
        || mean.stream().anyMatch(value -> !Double.isFinite(value))
        || deviation.stream().anyMatch(value -> !(value > 0) || value.isInfinite())) {
      throw new IllegalArgumentException("means %s and deviations %s".formatted(mean, deviation));
    }
    if (size < 1 || size > LARGEST || !(cropShare > 0 && cropShare <= 1)) {
      throw new IllegalArgumentException("size %s and crop share %s".formatted(size, cropShare));
    }
    if (!INTERPOLATIONS.contains(interpolation) || !FITS.contains(fit)) {
      throw new IllegalArgumentException(
          "interpolation %s and fit %s".formatted(interpolation, fit));
    }
  }

  /** In one line, as a user reads it. */
  @Override
  public String toString() {
    return "mean %s, deviation %s, %sx%s pixels, crop share %s, %s, %s"
        .formatted(mean, deviation, size, size, cropShare, interpolation, fit);
  }
}
