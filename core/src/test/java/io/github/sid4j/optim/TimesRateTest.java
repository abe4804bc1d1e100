package io.github.sid4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.optim.WeightAverage;
import io.github.sid4j.network.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An optimizer at a multiple of the rate, on one number. */
class TimesRateTest {
  private static Tensor number(double value) {
    return Tensor.of(new double[] {value}, 1);
  }

  @Test
  void itStepsAtTheMultipleOfTheRateAndHasTheStateOfTheOther() {
    try (Scope scope = Scope.open()) {
      Tensor w = number(10);
      Optimizer optimizer = Sgd.sgd(0.9, 0).timesRate(4).create(Parameters.of(Map.of("w", w)));
      optimizer.step(List.of(number(1)), 0.5);
      assertThat(w.item()).isCloseTo(8, within(1e-12));
      assertThat(optimizer.state().steps()).isEqualTo(1);
      assertThat(optimizer.state().tensors().get("w.momentum_buffer").item()).isEqualTo(1);
    }
  }

  @Test
  void itsAverageTakesTheWeightsPlace() {
    try (Scope scope = Scope.open()) {
      Tensor w = number(10);
      Optimizer optimizer =
          WeightAverage.around(Sgd.sgd(0, 0), 0.9)
              .timesRate(2)
              .create(Parameters.of(Map.of("w", w)));
      optimizer.step(List.of(number(1)), 1);
      optimizer.state().swapAverage();
      assertThat(w.item()).isBetween(8.1, 9.9);
      optimizer.state().swapAverage();
      assertThat(w.item()).isEqualTo(8);
    }
  }
}
