package io.github.sid4j.internal.data.table;

import java.util.Arrays;

/**
 * Shifts and scales a column so that the values it was learned from have mean 0, deviation 1: a
 * value becomes (value - mean) * scale.
 *
 * @param mean of the values it was learned from
 * @param scale 1 by their standard deviation; 0 makes every value 0
 */
public record Standardiser(double mean, double scale) {
  /** Keeps one wild value of an unseen row from turning the network's sums into infinities. */
  private static final double LIMIT = 1e6;

  /** Below it a variance has lost digits. */
  private static final double TINY = 1e-290;

  /**
   * Learns mean and standard deviation (that of a population).
   *
   * @param values at least one, all in the range of a float
   * @return the standardiser; where the values are all the same, it makes every value 0, for
   *     nothing was learned of how they vary
   */
  public static Standardiser of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    // Compared exactly: rounding gives even a constant column a tiny variance.
    if (Arrays.stream(values).allMatch(x -> x == values[0])) {
      return new Standardiser(mean, 0);
    }
    double variance =
        Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    double scale = 1 / (variance < TINY ? smallDeviation(mean, values) : Math.sqrt(variance));
    return new Standardiser(mean, Double.isFinite(scale) ? scale : 0);
  }

  /** The deviation of values whose squares are too small for a double. */
  private static double smallDeviation(double mean, double... values) {
    double largest = Arrays.stream(values).map(x -> Math.abs(x - mean)).max().orElseThrow();
    return largest
        * Math.sqrt(
            Arrays.stream(values)
                .map(x -> (x - mean) / largest)
                .map(x -> x * x)
                .average()
                .orElseThrow());
  }

  /**
   * Standardises one value.
   *
   * @param value finite
   * @return its distance from the mean in standard deviations, -1e6 .. 1e6
   */
  public float apply(double value) {
    return scale == 0 ? 0 : (float) Math.max(-LIMIT, Math.min(LIMIT, (value - mean) * scale));
  }
}
