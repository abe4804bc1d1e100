package io.github.sid4j.internal.probe;

import java.util.List;

/** From which module on samples are classified as in the end. */
final class Settling {
  private Settling() {}

  /**
   * Counts them.
   *
   * @param chosen by module, the class of each sample
   * @return by module, the share of samples whose class is the last module's from it on; rises to 1
   */
  static double[] of(List<long[]> chosen) {
    int depth = chosen.size();
    long[] last = chosen.get(depth - 1);
    double[] settled = new double[depth];
    for (int sample = 0; sample < last.length; sample++) {
      for (int i = depth - 1; i >= 0 && chosen.get(i)[sample] == last[sample]; i--) {
        settled[i] += 1.0 / last.length;
      }
    }
    return settled;
  }
}
