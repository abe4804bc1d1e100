package io.github.sid4j.internal.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Sgd;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Lookahead and the moving average on one number, computed by hand. */
class SlowWeightsTest {
  /** The number after each of some steps of size 1 down from 10. */
  private static double[] path(Tensor w, Optimizer optimizer, int steps) {
    double[] path = new double[steps];
    for (int i = 0; i < steps; i++) {
      optimizer.step(List.of(Tensor.of(new double[] {1}, 1)), 1);
      path[i] = w.item();
    }
    return path;
  }

  private static Tensor ten() {
    return Tensor.of(new double[] {10}, 1);
  }

  private static Parameters named(Tensor w) {
    return Parameters.of(Map.of("w", w));
  }

  @Test
  void everySecondStepGoesBackToTheSlowWeightsAndTheLastEndsThere() {
    try (Scope scope = Scope.open()) {
      Tensor w = ten();
      Optimizer lookahead = Lookahead.around(Sgd.sgd(0, 0), 2, 4).create(named(w));
      double kept = 0.95 * 0.95 / 8; // At half of the run.
      double second = kept * 10 + (1 - kept) * 8;
      assertThat(path(w, lookahead, 4))
          .containsExactly(new double[] {9, second, second - 1, second}, within(1e-12));
    }
  }

  @Test
  void theAverageFollowsFastAtFirstAndTakesTheWeightsPlaceAndBack() {
    try (Scope scope = Scope.open()) {
      Tensor w = ten();
      Optimizer average = WeightAverage.around(Sgd.sgd(0, 0), 0.2).create(named(w));
      path(w, average, 2);
      double first = 2.0 / 11 * 10 + 9.0 / 11 * 9;
      double second = 0.2 * first + 0.8 * 8; // 3/12 would be more than 0.2.
      average.state().swapAverage();
      assertThat(w.item()).isCloseTo(second, within(1e-12));
      average.state().swapAverage();
      assertThat(w.item()).isEqualTo(8);
    }
  }

  @Test
  void beforeTheFirstStepThereIsNoAverage() {
    try (Scope scope = Scope.open()) {
      Tensor w = ten();
      WeightAverage.around(Sgd.sgd(0, 0), 0.2).create(named(w)).state().swapAverage();
      assertThat(w.item()).isEqualTo(10);
    }
  }
}
