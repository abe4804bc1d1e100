package io.github.sid4j.optim;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.List;
import java.util.Map;

/**
 * Changes the parameters of one part (the extractor, or a module) by their gradients. An
 * implementation is called by one thread at a time.
 */
public interface Optimizer extends AutoCloseable {
  /**
   * What it changes.
   *
   * @return in the order in which gradients are expected
   */
  List<Tensor> parameters();

  /**
   * Takes one step.
   *
   * @param gradients one for each parameter, in the order of {@code Parameters}
   * @param learningRate above 0
   */
  void step(List<Tensor> gradients, double learningRate);

  /**
   * What is remembered between steps, beside {@link #steps}: tensors by name. They are the live
   * ones: overwriting them restores a state.
   *
   * @return in a fixed order
   */
  Map<String, Tensor> state();

  /**
   * How many steps were taken.
   *
   * @return at least 0
   */
  long steps();

  /**
   * Sets the number of steps taken, when a state is restored.
   *
   * @param steps at least 0
   */
  void restoreSteps(long steps);

  /**
   * Puts an average of the parameters, if one is kept, into their place, and them into the place of
   * the average: to evaluate the average, and once more to train on.
   */
  default void swapAverage() {}

  /** Frees what is remembered between steps; the parameters stay. */
  @Override
  default void close() {
    state().values().forEach(Tensor::close);
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
