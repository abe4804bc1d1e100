package io.github.sid4j.internal.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * Exact bounds of a probability of which a count is known: of some independent trials a number was
 * a success (Clopper and Pearson, Biometrika 1934). They hold for any number of trials, also where
 * none or all are successes.
 */
public final class Binomial {
  private Binomial() {}

  /**
   * The highest probability that is not excluded.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least 1
   * @param risk the probability to be wrong, above 0 and below 1
   * @return 0 to 1; the true probability exceeds it with at most that risk
   */
  public static double upper(long successes, long trials, double risk) {
    check(successes, trials);
    return successes == trials
        ? 1
        : quantile(successes + 1.0, (double) (trials - successes), 1 - risk);
  }

  /**
   * The lowest probability that is not excluded.
   *
   * @param successes 0 to {@code trials}
   * @param trials at least 1
   * @param risk the probability to be wrong, above 0 and below 1
   * @return 0 to 1; the true probability is below it with at most that risk
   */
  public static double lower(long successes, long trials, double risk) {
    check(successes, trials);
    return successes == 0 ? 0 : quantile((double) successes, trials - successes + 1.0, risk);
  }

  private static void check(long successes, long trials) {
    if (trials < 1 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException("%s of %s trials".formatted(successes, trials));
    }
  }

  /** Where the beta distribution reaches a probability. */
  private static double quantile(double a, double b, double probability) {
    return BetaDistribution.of(a, b).inverseCumulativeProbability(probability);
  }
}
