package io.github.sid4j.data.table;

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

  /**
   * Learns mean and standard deviation (that of a population).
   *
   * @param values at least one, all in the range of a float
   * @return the standardiser; where the values are all the same, it makes every value 0, for
   *     nothing was learned of how they vary
   */
  public static Standardiser of(double... values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double variance =
        Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
    // Compared exactly: rounding gives even a constant column a tiny variance.
    boolean constant = Arrays.stream(values).allMatch(x -> x == values[0]);
    return new Standardiser(mean, constant || variance == 0 ? 0 : 1 / Math.sqrt(variance));
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
