package io.github.sid4j.internal.bench;

import java.util.Arrays;

/**
 * What repeated measurements of one thing say. Quartiles are interpolated linearly between the
 * neighbours in order (type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The
 * American Statistician 50, 1996).
 *
 * @param n how many measurements, at least 1
 * @param median half of them are at most this
 * @param lowerQuartile a quarter of them is at most this
 * @param upperQuartile three quarters of them are at most this
 * @param min the smallest
 * @param max the largest
 */
public record Quartiles(
    int n, double median, double lowerQuartile, double upperQuartile, double min, double max) {
  /**
   * Sums up measurements.
   *
   * @param values in any order, at least one
   * @return of all of them
   */
  public static Quartiles of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("expected at least one measurement, found none");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quartiles(
        sorted.length,
        quantile(sorted, 0.5),
        quantile(sorted, 0.25),
        quantile(sorted, 0.75),
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
