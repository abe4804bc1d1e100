package io.github.sid4j.internal.network;

/** A layer that takes some of its buffers from training data when a run begins. */
public interface FitsData {
  /**
   * Takes them.
   *
   * @param examples one after the other, row by row
   * @param count how many, at least 1
   * @param shape of one
   */
  void fit(float[] examples, int count, int... shape);
}
