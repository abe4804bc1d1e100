package io.github.sid4j.optim;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.List;

/**
 * Changes the parameters of one part (the extractor, or a module) by their gradients. What it
 * remembers between steps is in its {@link #state} alone. An implementation is called by one thread
 * at a time.
 */
public interface Optimizer extends AutoCloseable {
  /**
   * Its parameters and all that it remembers.
   *
   * @return the same at every call
   */
  OptimizerState state();

  /**
   * Takes one step.
   *
   * @param gradients one for each parameter of the state, in its order
   * @param learningRate above 0
   */
  void step(List<Tensor> gradients, double learningRate);

  /** Frees what is remembered between steps; the parameters stay. */
  @Override
  default void close() {
    state().close();
  }

  /** Makes the optimizer of one part. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes an optimizer.
     *
     * @param parameters that it changes
     * @return without any step taken
     */
    Optimizer create(Parameters parameters);

    /**
     * The same with another learning rate.
     *
     * @param factor by which the learning rate of each step is multiplied, above 0
     * @return makes such optimizers
     */
    default Factory timesRate(double factor) {
      return parameters -> new TimesRate(create(parameters), factor);
    }
  }
}
