package io.github.sid4j.internal.score;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The area under the curve of true over false positives, as a count of pairs. */
public final class Auc {
  private Auc() {}

  /**
   * The share of pairs of a positive and a negative in which the positive has the higher score;
   * equal scores count half.
   *
   * @param scores not NaN, of all samples
   * @param labels of the samples
   * @param positive the label of the positives
   * @param size how many samples there are
   * @return 0 to 1, exact up to one rounding; null without positives or negatives
   */
  public static @Nullable Double of(float[] scores, int[] labels, int positive, int size) {
    // The score as an integer of the same order, and behind it whether the sample is a positive.
    long[] keys = new long[size];
    long positives = 0;
    for (int i = 0; i < size; i++) {
      int bits = Float.floatToIntBits(scores[i] + 0f);
      int ordered = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      boolean isPositive = labels[i] == positive;
      keys[i] = (long) ordered << 1 | (isPositive ? 1 : 0);
      positives += isPositive ? 1 : 0;
    }
    long negatives = size - positives;
    if (positives == 0 || negatives == 0) {
      return null;
    }
    Arrays.sort(keys);
    long negativesBelow = 0;
    long halves = 0;
    for (int from = 0, to; from < size; from = to) {
      long equalPositives = 0;
      to = from;
      while (to < size && keys[to] >> 1 == keys[from] >> 1) {
        equalPositives += keys[to] & 1;
        to++;
      }
      long equalNegatives = to - from - equalPositives;
      halves += equalPositives * (2 * negativesBelow + equalNegatives);
      negativesBelow += equalNegatives;
    }
    return halves / (2.0 * positives * negatives);
  }
}
