package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Operation;
import org.junit.jupiter.api.Test;

class PowerNormalizedTest {
  @Test
  void rootsKeepTheirSignsAndEachVectorItsMeanSquare() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new double[] {4, -1, 0, 9, 0, 0, 0, 0, 25, 25, 25, 25}, 3, 4);
      double root = Math.sqrt(4.0 / 14);
      assertThat(new PowerNormalized(Operation.IDENTITY).forward(x).toDoubles())
          .containsExactly(
              new double[] {2 * root, -root, 0, 3 * root, 0, 0, 0, 0, 1, 1, 1, 1}, within(1e-6));
    }
  }
}
