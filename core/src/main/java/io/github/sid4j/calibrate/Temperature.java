package io.github.sid4j.calibrate;

import io.github.sid4j.predict.Beliefs;
import java.util.List;

/**
 * One number that makes probabilities more or less sure without changing their order (Guo et al.,
 * On Calibration of Modern Neural Networks, ICML 2017).
 */
final class Temperature {
  private static final double COLDEST = Math.log(0.02);
  private static final double HOTTEST = Math.log(50);
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
  private static final int STEPS = 40;

  private Temperature() {}

  /**
   * The temperature at which the true classes are likeliest, by golden section: the mean negative
   * log-likelihood is convex in 1 / temperature and so has one lowest point.
   *
   * @return 0.02 to 50
   */
  static double fit(List<float[]> beliefs, int[] labels) {
    double low = COLDEST;
    double high = HOTTEST;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double atLeft = loss(beliefs, labels, Math.exp(left));
    double atRight = loss(beliefs, labels, Math.exp(right));
    for (int step = 0; step < STEPS; step++) {
      if (atLeft <= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - GOLDEN * (high - low);
        atLeft = loss(beliefs, labels, Math.exp(left));
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + GOLDEN * (high - low);
        atRight = loss(beliefs, labels, Math.exp(right));
      }
    }
    return Math.exp((low + high) / 2);
  }

  /** The mean negative log-likelihood of the true classes. */
  static double loss(List<float[]> beliefs, int[] labels, double temperature) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Beliefs.logarithm(beliefs.get(i), labels[i], temperature);
    }
    return sum / labels.length;
  }
}
