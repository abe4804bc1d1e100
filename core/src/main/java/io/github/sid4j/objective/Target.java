package io.github.sid4j.objective;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;

/**
 * What a batch should be classified as.
 *
 * @param labels [B], class indices, {@link DType#INT64}
 * @param distribution p_y, [B, N], rows sum to 1
 */
public record Target(Tensor labels, Tensor distribution) {
  /**
   * The target distribution {@code (1 - smoothing) onehot + smoothing / N}.
   *
   * @param labels class indices, each 0 to N - 1
   * @param classes N
   * @param smoothing 0 (one-hot) up to but not 1
   * @param type of the numbers
   * @return the target of a batch of that many samples
   */
  public static Target of(int[] labels, int classes, double smoothing, DType type) {
    double[] rows = new double[labels.length * classes];
    java.util.Arrays.fill(rows, smoothing / classes);
    long[] indices = new long[labels.length];
    for (int i = 0; i < labels.length; i++) {
      if (labels[i] < 0 || labels[i] >= classes) {
        throw new IllegalArgumentException(
            "label " + i + ": expected 0 to " + (classes - 1) + ", found " + labels[i]);
      }
      rows[i * classes + labels[i]] += 1 - smoothing;
      indices[i] = labels[i];
    }
    return new Target(
        Tensor.of(indices, labels.length), Tensor.of(rows, labels.length, classes).to(type));
  }

  /**
   * The target of some samples.
   *
   * @param from the first of them, from 0
   * @param count how many, at least 1
   * @return on the same memory
   */
  public Target part(long from, long count) {
    return new Target(labels.narrowFirst(from, count), distribution.narrowFirst(from, count));
  }
}
