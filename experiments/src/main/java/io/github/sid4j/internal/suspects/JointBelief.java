package io.github.sid4j.internal.suspects;

import io.github.sid4j.internal.predict.Beliefs;
import java.util.List;

/**
 * What several modules believe together: the mean of the logarithms of their beliefs, normalised.
 * What has underflowed counts as the least number that has not.
 */
final class JointBelief {
  private JointBelief() {}

  /**
   * Joins beliefs.
   *
   * @param beliefs of the modules, at least one, each a probability for every class
   * @return a probability for every class
   */
  static double[] of(List<float[]> beliefs) {
    int classes = beliefs.get(0).length;
    double[] joint = new double[classes];
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      for (float[] belief : beliefs) {
        joint[c] += Beliefs.logarithm(belief, c, 1) / beliefs.size();
      }
      highest = Math.max(highest, joint[c]);
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      joint[c] = Math.exp(joint[c] - highest);
      sum += joint[c];
    }
    for (int c = 0; c < classes; c++) {
      joint[c] /= sum;
    }
    return joint;
  }

  /** The most probable class, the first of equals. */
  static int best(double... belief) {
    int best = 0;
    for (int c = 1; c < belief.length; c++) {
      best = belief[c] > belief[best] ? c : best;
    }
    return best;
  }
}
