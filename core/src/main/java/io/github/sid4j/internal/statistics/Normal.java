package io.github.sid4j.internal.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /**
   * Where the distribution reaches a probability.
   *
   * @param probability above 0 and below 1
   * @return for example 1.645 for 0.95
   */
  public static double quantile(double probability) {
    return STANDARD.inverseCumulativeProbability(probability);
  }
}
