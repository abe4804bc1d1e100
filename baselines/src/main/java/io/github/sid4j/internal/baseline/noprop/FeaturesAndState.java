package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;

/**
 * What passes from module to module where a state is refined beside features that stay: both as one
 * tensor, [B, features + state], since a cascade hands on one.
 *
 * @param features [B, features]
 * @param state [B, state]
 */
record FeaturesAndState(Tensor features, Tensor state) {
  /**
   * Takes them apart.
   *
   * @param joined [B, features + state]
   * @param width of the state
   * @return on the same memory
   */
  static FeaturesAndState of(Tensor joined, long width) {
    long features = joined.size(1) - width;
    return new FeaturesAndState(joined.narrowLast(0, features), joined.narrowLast(features, width));
  }

  /**
   * Features as an extractor gives them, with a state that is the same for all samples.
   *
   * @param features [B, features]
   * @param state [state]
   * @return of as many samples as the features
   */
  static FeaturesAndState beginning(Tensor features, Tensor state) {
    return new FeaturesAndState(features, state.repeated(features.size(0)));
  }

  /** Puts them together, [B, features + state]. */
  Tensor joined() {
    return Functional.concatenate(features, state);
  }
}
