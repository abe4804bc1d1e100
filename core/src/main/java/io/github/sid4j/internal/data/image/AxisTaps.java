package io.github.sid4j.internal.data.image;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Of which old pixels of an axis each new one is made, and with which weights: those of Pillow, to
 * the bit. Weights are integers of 22 bits behind the point, and sums of them are rounded to whole
 * levels.
 */
final class AxisTaps {
  private static final int BITS = 22;
  private static final int HALF = 1 << (BITS - 1);

  private final int[] first;
  private final int[][] weights;
  private final boolean plain;

  private AxisTaps(int[] first, int[][] weights, boolean plain) {
    this.first = first;
    this.weights = weights;
    this.plain = plain;
  }

  /**
   * Makes the weights of an axis.
   *
   * @param length in old pixels
   * @param fit what becomes of it
   * @param mirrored whether old pixels are stored from the other end
   */
  static AxisTaps of(int length, AxisFit fit, Interpolation interpolation, boolean mirrored) {
    if (!mirrored && fit.equals(AxisFit.same(length))) {
      return same(length);
    }
    double scale = (double) length / fit.resized();
    double widening = Math.max(scale, 1);
    double support = interpolation.support() * widening;
    int[] first = new int[fit.count()];
    int[][] weights = new int[fit.count()][];
    for (int i = 0; i < fit.count(); i++) {
      double centre = (i + fit.from() + 0.5) * scale;
      int from = Math.max(0, (int) (centre - support + 0.5));
      int to = Math.min(length, (int) (centre + support + 0.5));
      double[] shares = new double[to - from];
      double sum = 0;
      for (int k = 0; k < shares.length; k++) {
        shares[k] = interpolation.weight(Math.abs((k + from - centre + 0.5) * (1 / widening)));
        sum += shares[k];
      }
      int[] whole = new int[shares.length];
      for (int k = 0; k < whole.length; k++) {
        double share = shares[k] / sum * (1 << BITS);
        whole[mirrored ? whole.length - 1 - k : k] = (int) (share < 0 ? share - 0.5 : share + 0.5);
      }
      first[i] = mirrored ? length - to : from;
      weights[i] = whole;
    }
    return new AxisTaps(first, weights, false);
  }

  private static AxisTaps same(int length) {
    int[][] weights = new int[length][];
    Arrays.fill(weights, new int[] {1 << BITS});
    return new AxisTaps(IntStream.range(0, length).toArray(), weights, true);
  }

  /** Whether each new pixel is the old one of its place. */
  boolean isPlain() {
    return plain;
  }

  /** How many new pixels there are. */
  int count() {
    return first.length;
  }

  /** The first old pixel of a new one. */
  int first(int i) {
    return first[i];
  }

  /** The weights of a new one's old pixels, in the order in which they are stored. */
  int[] weights(int i) {
    return weights[i];
  }

  /** The first old pixel that takes part in any new one. */
  int begin() {
    return Math.min(first[0], first[first.length - 1]);
  }

  /** Behind the last old pixel that takes part. */
  int end() {
    int last = first.length - 1;
    return Math.max(first[0] + weights[0].length, first[last] + weights[last].length);
  }

  /** A new pixel of old ones that lie {@code step} apart. */
  byte mean(int i, byte[] old, int start, int step) {
    int sum = 0;
    int place = start;
    for (int weight : weights[i]) {
      sum += weight * (old[place] & 0xFF);
      place += step;
    }
    return level(sum);
  }

  /** A whole level, 0 to 255, of a sum of weighted ones. */
  static byte level(int sum) {
    int level = (sum + HALF) >> BITS;
    return (byte) Math.max(0, Math.min(255, level));
  }
}
