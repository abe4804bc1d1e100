package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;

/** A differentiable function with parameters: one layer, a stage of a backbone, an extractor. */
public interface Layer extends Parameterized {
  /**
   * Applies the function to a batch.
   *
   * @param x [B, ...], as the implementation says
   * @return [B, ...]
   */
  Tensor forward(Tensor x);
}
