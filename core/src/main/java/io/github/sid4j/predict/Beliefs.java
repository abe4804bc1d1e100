package io.github.sid4j.predict;

/** Arithmetic on the probabilities of one example. */
final class Beliefs {
  private Beliefs() {}

  /** The most believed class, the first of equals. */
  static int best(float[] belief) {
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
   * @return proportional to the probabilities to the power of 1 / temperature
   */
  static float[] tempered(float[] belief, double temperature) {
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
}
