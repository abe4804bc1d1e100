package io.github.sid4j.data;

import io.github.sid4j.random.Rng;

/**
 * Changes a training example at random in a way that leaves its class as it is. An implementation
 * is safe for several threads: batches are made ahead.
 */
@FunctionalInterface
public interface Augmentation {
  /** Leaves every example as it is. */
  Augmentation NONE = (values, offset, shape, padding, rng) -> {};

  /**
   * Changes one example in place.
   *
   * @param values holds the example's prepared values, and others
   * @param offset where the example begins
   * @param shape of the example
   * @param padding what stands for nothing, by channel, as {@link Examples#padding}
   * @param rng this example's own stream for this epoch
   */
  void apply(float[] values, int offset, int[] shape, float[] padding, Rng rng);

  /**
   * Changes one example in place, by what is known of its turn.
   *
   * @param values holds the example's prepared values, and others
   * @param offset where the example begins
   * @param shape of the example
   * @param padding what stands for nothing, by channel, as {@link Examples#padding}
   * @param turn of the example
   */
  default void apply(float[] values, int offset, int[] shape, float[] padding, Turn turn) {
    apply(values, offset, shape, padding, turn.rng());
  }

  /**
   * When an example is read.
   *
   * @param epoch that it is read in, the first of a run being the smallest
   * @param rng this example's own stream for this epoch
   * @param lasting this example's own stream that is the same in every epoch
   */
  record Turn(int epoch, Rng rng, Rng lasting) {}
}
