package io.github.sid4j.model;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;

/**
 * Makes an own network as a row of blocks, which can be cut into stages. An implementation is
 * called by one thread at a time.
 */
@FunctionalInterface
public interface BackboneFactory {
  /**
   * Makes a network with first values.
   *
   * @param shape of one example: [channels, height, width] or [features]
   * @param init draws the parameters from the run's seed
   * @return a new network
   */
  Backbone create(int[] shape, Initializer init);
}
