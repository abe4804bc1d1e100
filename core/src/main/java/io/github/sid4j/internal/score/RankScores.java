package io.github.sid4j.internal.score;

/**
 * Numbers in the order of probabilities, without the ties of those that are rounded to 1: up to a
 * half the logarithm of p, above it minus the logarithm of 1 - p, which the other classes have.
 */
final class RankScores {
  private static final double LOG_HALF = -Math.log(2);

  private RankScores() {}

  /**
   * Ranks one sample.
   *
   * @param logarithms of the probabilities of all samples
   * @param from where those of the sample begin
   * @param scores gets a number for each class; infinite where a probability is 0 or 1
   */
  static void of(double[] logarithms, int from, float[] scores) {
    int best = 0;
    for (int c = 0; c < scores.length; c++) {
      scores[c] = (float) logarithms[from + c];
      best = logarithms[from + c] > logarithms[from + best] ? c : best;
    }
    // No other class can have more than a half.
    if (logarithms[from + best] > LOG_HALF) {
      scores[best] = (float) -logarithmOfOthers(logarithms, from, scores.length, best);
    }
  }

  private static double logarithmOfOthers(double[] logarithms, int from, int classes, int best) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      highest = c == best ? highest : Math.max(highest, logarithms[from + c]);
    }
    if (highest == Double.NEGATIVE_INFINITY) {
      return highest;
    }
    double sum = 0;
    for (int c = 0; c < classes; c++) {
      sum += c == best ? 0 : Math.exp(logarithms[from + c] - highest);
    }
    return highest + Math.log(sum);
  }
}
