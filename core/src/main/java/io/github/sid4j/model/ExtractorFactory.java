package io.github.sid4j.model;

import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;

/**
 * Makes an own network as one layer, from examples to features. An implementation is called by one
 * thread at a time.
 */
@FunctionalInterface
public interface ExtractorFactory {
  /**
   * Makes a network with first values.
   *
   * @param shape of one example: [channels, height, width] or [features]
   * @param init draws the parameters from the run's seed
   * @return a new layer from [B, ...] to [B, features]
   */
  Layer create(int[] shape, Initializer init);
}
