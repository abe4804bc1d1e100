package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.network.Initializer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayerRandomTest {
  private static double[] normal(LayerRandom draws, long seed, long step) {
    try (Scope scope = Scope.open();
        Pass pass = Pass.training(seed, step)) {
      return draws.normal(TensorFactory.CPU, DType.FLOAT64, 20, 100).toDoubles();
    }
  }

  @Test
  void numbersAreThoseOfSeedStepAndPlace() {
    Initializer init = new Initializer(1, DType.FLOAT32);
    LayerRandom one = new LayerRandom(init);
    double[] drawn = normal(one, 3, 4);
    assertThat(normal(one, 3, 4)).isEqualTo(drawn);
    assertThat(List.of(normal(one, 3, 5), normal(one, 2, 4), normal(new LayerRandom(init), 3, 4)))
        .doesNotContain(drawn);
    assertThat(Arrays.stream(drawn).average().orElseThrow()).isCloseTo(0, within(0.1));
    assertThat(Arrays.stream(drawn).map(x -> x * x).average().orElseThrow())
        .isCloseTo(1, within(0.1));
  }

  @Test
  void wholeNumbersReachTheirBoundsAndStayWithin() {
    LayerRandom draws = new LayerRandom(new Initializer(1, DType.FLOAT32));
    assertThat(draws.below(3, 100)).containsOnly(0, 1, 2).isEqualTo(draws.below(3, 100));
  }
}
