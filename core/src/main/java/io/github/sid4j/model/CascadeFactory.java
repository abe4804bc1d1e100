package io.github.sid4j.model;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;

/**
 * Makes the cascade that is to be trained: where users bring their own extractor and modules. A
 * cascade that is cut off or grows later is made of the whole one, so that a factory need not know
 * of it.
 *
 * <p>An implementation is called by one thread at a time.
 */
@FunctionalInterface
public interface CascadeFactory {
  /**
   * Makes a cascade with first values.
   *
   * @param settings of the run
   * @param shape of one example: [channels, height, width] or [features]
   * @param classes N
   * @param init draws the parameters from the run's seed
   * @return a new cascade for N classes
   */
  Cascade create(Settings settings, int[] shape, int classes, Initializer init);
}
