package io.github.sid4j.internal.predict;

/** Arithmetic on the probabilities of one example. */
public final class Beliefs {
  private Beliefs() {}

  /**
   * The most probable class.
   *
   * @param belief a probability for each class
   * @return the first of equals
   */
  public static int best(float[] belief) {
    int best = 0;
    for (int c = 1; c < belief.length; c++) {
      if (belief[c] > belief[best]) {
        best = c;
      }
    }
    return best;
  }

  /**
   * The belief at another temperature: above 1 less sure, below 1 surer, of the same class.
   *
   * @param belief a probability for each class
   * @param temperature above 0
   * @return proportional to the probabilities to the power of 1 / temperature
   */
  public static float[] tempered(float[] belief, double temperature) {
    if (temperature == 1) {
      return belief;
    }
    double highest = Math.log(belief[best(belief)]);
    double[] weights = new double[belief.length];
    double sum = 0;
    for (int c = 0; c < belief.length; c++) {
      weights[c] = Math.exp((Math.log(belief[c]) - highest) / temperature);
      sum += weights[c];
    }
    float[] tempered = new float[belief.length];
    for (int c = 0; c < belief.length; c++) {
      tempered[c] = (float) (weights[c] / sum);
    }
    return tempered;
  }

  /**
   * The logarithm of a probability at another temperature. What has underflowed counts as the least
   * number that has not.
   *
   * @param belief a probability for each class
   * @param label whose
   * @param temperature above 0
   * @return at most 0, finite
   */
  public static double logarithm(float[] belief, int label, double temperature) {
    double highest = logarithm(belief[best(belief)]);
    double sum = 0;
    for (float probability : belief) {
      sum += Math.exp((logarithm(probability) - highest) / temperature);
    }
    return (logarithm(belief[label]) - highest) / temperature - Math.log(sum);
  }

  private static double logarithm(float probability) {
    return Math.log(Math.max(probability, Float.MIN_NORMAL));
  }
}
