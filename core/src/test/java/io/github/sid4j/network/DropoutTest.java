package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {
  private static final int COUNT = 40_000;

  private final Initializer init = new Initializer(1, DType.FLOAT32);
  private Scope scope;
  private Tensor ones;

  @BeforeEach
  void open() {
    scope = Scope.open();
    ones = Tensor.full(1, DType.FLOAT32, COUNT / 100, 100);
  }

  @AfterEach
  void close() {
    scope.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void itsShareIsSetTo0AndTheMeanStays(double rate) {
    double[] dropped = forward(new Dropout(rate, init), 1, 1);
    double zeros = Arrays.stream(dropped).filter(value -> value == 0).count();
    // Five standard deviations.
    double slack = 5 * Math.sqrt(rate * (1 - rate) / COUNT);
    assertThat(zeros / COUNT).isCloseTo(rate, within(slack));
    assertThat(Arrays.stream(dropped).filter(value -> value != 0))
        .allSatisfy(value -> assertThat(value).isCloseTo(1 / (1 - rate), within(1e-6)));
    assertThat(Arrays.stream(dropped).average().orElseThrow())
        .isCloseTo(1, within(slack / (1 - rate)));
  }

  @Test
  void whatIsDroppedDependsOnSeedStepAndLayerAlone() {
    Dropout dropout = new Dropout(0.5, init);
    double[] first = forward(dropout, 3, 4);
    assertThat(forward(dropout, 3, 4)).isEqualTo(first);
    assertThat(forward(dropout, 3, 5)).isNotEqualTo(first);
    assertThat(forward(dropout, 4, 4)).isNotEqualTo(first);
    assertThat(forward(new Dropout(0.5, init), 3, 4)).isNotEqualTo(first);
    Dropout again = new Dropout(0.5, new Initializer(9, DType.FLOAT32));
    assertThat(forward(again, 3, 4)).isEqualTo(first);
  }

  @Test
  void teachingDropsTheSame() {
    Dropout dropout = new Dropout(0.5, init);
    try (Pass training = Pass.training(1, 2)) {
      double[] trained = dropout.forward(ones).toDoubles();
      try (Pass teaching = Pass.teaching()) {
        assertThat(dropout.forward(ones).toDoubles()).isEqualTo(trained);
      }
    }
  }

  @Test
  void inInferenceNothingIsDropped() {
    assertThat(new Dropout(0.5, init).forward(ones)).isSameAs(ones);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void aRateThatIsNoneIsRefused(double rate) {
    assertThatThrownBy(() -> new Dropout(rate, init))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a dropout rate is at least 0 and below 1, found " + rate);
  }

  private double[] forward(Dropout dropout, long seed, long step) {
    try (Pass training = Pass.training(seed, step)) {
      return dropout.forward(ones).toDoubles();
    }
  }
}
