package io.github.sid4j.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.optim.Optimizer;
import java.util.Collection;

/**
 * The bytes that a method holds by its definition, counted from its tensors.
 *
 * @param weights of all parameters
 * @param optimizer of what the optimizers remember
 * @param gradients that are there at once: of one part, the largest, where each is updated by
 *     itself, else of all
 */
record TensorBytes(long weights, long optimizer, long gradients) {
  static TensorBytes of(Rig rig, Configuration configuration) {
    long weights = 0;
    long state = 0;
    long largest = 0;
    for (Optimizer part : rig.optimizers().byPart().values()) {
      long own = sum(part.parameters());
      weights += own;
      state += sum(part.state().values());
      largest = Math.max(largest, own);
    }
    return new TensorBytes(weights, state, configuration.decoupled() ? largest : weights);
  }

  private static long sum(Collection<Tensor> tensors) {
    return tensors.stream().mapToLong(tensor -> tensor.count() * tensor.type().bytes()).sum();
  }
}
