package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import java.util.List;

/**
 * A differentiable function with parameters: one layer, a stage of a backbone, an extractor. While
 * it is trained one thread at a time uses it; without that, several threads may compute with it, so
 * that an implementation keeps nothing between calls but its parameters and statistics.
 */
public interface Layer extends Parameterized {
  /**
   * Applies the function to a batch.
   *
   * @param x [B, ...], as the implementation says
   * @return [B, ...]
   */
  Tensor forward(Tensor x);

  /**
   * The same function as a row of layers, each of which reads what the one before it gives: the
   * places at which it can be computed again piece by piece. Over the same tensors.
   *
   * @return itself alone, unless the implementation says otherwise
   */
  default List<Layer> pieces() {
    return List.of(this);
  }
}
