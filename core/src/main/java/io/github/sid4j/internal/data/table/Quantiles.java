package io.github.sid4j.internal.data.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Quantiles of numbers. */
final class Quantiles {
  private Quantiles() {}

  /**
   * Quantiles at equal distances, between which it is interpolated.
   *
   * @param values at least one, in any order
   * @param points how many, at least 2
   * @return from the lowest to the highest value
   */
  static List<Double> of(double[] values, int points) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return IntStream.range(0, points)
        .mapToObj(i -> at(sorted, (sorted.length - 1.0) * i / (points - 1)))
        .toList();
  }

  private static double at(double[] sorted, double place) {
    int low = (int) place;
    int high = Math.min(low + 1, sorted.length - 1);
    double between = sorted[low] + (sorted[high] - sorted[low]) * (place - low);
    // Rounding must not leave the two values, or the quantiles would not be in order.
    return Math.max(sorted[low], Math.min(sorted[high], between));
  }
}
