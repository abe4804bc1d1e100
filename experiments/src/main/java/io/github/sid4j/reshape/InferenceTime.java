package io.github.sid4j.reshape;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.model.InputTensors;
import java.util.ArrayList;
import java.util.List;

/** How long a cascade takes to classify. */
final class InferenceTime {
  private static final int BATCH = 64;
  private static final int LEAST_ROUNDS = 5;
  private static final int MOST_ROUNDS = 50;
  private static final long BUDGET_NANOS = 300_000_000L;

  private InferenceTime() {}

  /**
   * Measures with the threads of the caller.
   *
   * @param shape of one example
   * @return seconds for one sample in a batch, median
   */
  static double perSample(Cascade cascade, int[] shape) {
    try (Scope scope = Scope.open()) {
      Tensor input = InputTensors.random(BATCH, shape, cascade.device());
      round(cascade, input); // Kernels are made at their first use.
      List<Double> seconds = new ArrayList<>();
      long begun = System.nanoTime();
      while (seconds.size() < LEAST_ROUNDS
          || (seconds.size() < MOST_ROUNDS && System.nanoTime() - begun < BUDGET_NANOS)) {
        seconds.add(round(cascade, input));
      }
      return seconds.stream().sorted().toList().get(seconds.size() / 2) / BATCH;
    }
  }

  private static double round(Cascade cascade, Tensor input) {
    try (Scope scope = Scope.open()) {
      long begun = System.nanoTime();
      cascade.beliefs(input);
      return (System.nanoTime() - begun) / 1e9;
    }
  }
}
