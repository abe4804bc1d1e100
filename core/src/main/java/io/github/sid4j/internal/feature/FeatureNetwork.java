package io.github.sid4j.internal.feature;

import io.github.sid4j.data.Batch;

/** Computes features. */
@FunctionalInterface
public interface FeatureNetwork {
  /**
   * The features of a batch.
   *
   * @param batch of photos as the network reads them
   * @return the features of the first, then of the second, and so on
   */
  float[] of(Batch batch);
}
