package io.github.sid4j.statistics;

/** The standard normal distribution. */
public final class Normal {
  private static final int HALVINGS = 60;
  private static final double FARTHEST = 12;

  private Normal() {}

  /**
   * Where the distribution reaches a probability.
   *
   * @param probability above 0 and below 1
   * @return for example 1.645 for 0.95
   */
  public static double quantile(double probability) {
    if (probability < 0.5) {
      return -quantile(1 - probability);
    }
    double low = 0;
    double high = FARTHEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (cumulative(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** For x of at least 0: Zelen and Severo, Abramowitz and Stegun 26.2.17, to 7.5e-8. */
  private static double cumulative(double x) {
    double t = 1 / (1 + 0.2316419 * x);
    double sum =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return 1 - Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * sum;
  }
}
