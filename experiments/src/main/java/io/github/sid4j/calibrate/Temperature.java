package io.github.sid4j.calibrate;

import io.github.sid4j.internal.statistics.Binomial;
import java.util.function.DoubleUnaryOperator;

/**
 * One number that makes probabilities more or less sure without changing their order (Guo et al.,
 * On Calibration of Modern Neural Networks, ICML 2017), as far as samples show that they should be.
 *
 * <p>The likelihood alone is no guide where there are few samples: without an error among them it
 * is highest at a temperature of 0, which makes every probability 1. So the mean confidence is
 * moved towards the accuracy, but no further than to the near end of the interval in which the
 * accuracy of new samples lies with 95 %; and the likelihood has a prior beside it, which weighs as
 * much as one sample.
 */
final class Temperature {
  static final double COLDEST = 0.05;
  static final double HOTTEST = 20;

  private static final double RISK = 0.05;

  /** Of the logarithm of a temperature, before anything is known: about 0.5 to 2. */
  private static final double PRIOR_DEVIATION = Math.log(2);

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 30;

  private Temperature() {}

  /**
   * The temperature of samples.
   *
   * @return {@link #COLDEST} to {@link #HOTTEST}; 1 if their confidence can be right
   */
  static double fit(Logarithms beliefs) {
    double confidence = beliefs.confidence(1);
    int right = beliefs.right();
    double least = Binomial.lower(right, beliefs.size(), RISK);
    double most = Binomial.upper(right, beliefs.size(), RISK);
    if (confidence >= least && confidence <= most) {
      return 1;
    }
    return confidence < least
        ? likeliest(beliefs, Math.log(at(beliefs, least, COLDEST, 1)), 0)
        : likeliest(beliefs, 0, Math.log(at(beliefs, most, 1, HOTTEST)));
  }

  /** At which the mean confidence, which falls with the temperature, is a number. */
  private static double at(Logarithms beliefs, double confidence, double from, double to) {
    double low = Math.log(from);
    double high = Math.log(to);
    for (int step = 0; step < STEPS; step++) {
      double middle = (low + high) / 2;
      if (beliefs.confidence(Math.exp(middle)) > confidence) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.exp((low + high) / 2);
  }

  /**
   * By golden section: the mean negative log-likelihood is convex in 1 / temperature and so has one
   * lowest point.
   */
  private static double likeliest(Logarithms beliefs, double from, double to) {
    DoubleUnaryOperator loss =
        log -> {
          double prior = log / PRIOR_DEVIATION;
          return beliefs.loss(Math.exp(log)) + prior * prior / 2 / beliefs.size();
        };
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = loss.applyAsDouble(left);
    double atRight = loss.applyAsDouble(right);
    for (int step = 0; step < STEPS; step++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = loss.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = loss.applyAsDouble(right);
      }
    }
    return Math.exp((low + high) / 2);
  }
}
