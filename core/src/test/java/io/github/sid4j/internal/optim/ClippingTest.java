package io.github.sid4j.internal.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.testkit.Draw;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ClippingTest {
  @Property(tries = 60)
  void longGradientsAreShortenedTogetherAndShortOnesLeft(
      @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 20) double maxNorm) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      List<Tensor> gradients =
          List.of(
              draw.tensor(DType.FLOAT64, 3, 4, 2),
              draw.tensor(DType.FLOAT64, 3, 5),
              draw.tensor(DType.FLOAT64, 0, 2));
      List<double[]> before = gradients.stream().map(Tensor::toDoubles).toList();
      double norm = norm(before);

      Clipping.byNorm(gradients, maxNorm);

      List<double[]> after = gradients.stream().map(Tensor::toDoubles).toList();
      if (norm <= maxNorm * (1 - 1e-12)) {
        assertThat(after).usingRecursiveComparison().isEqualTo(before);
      } else {
        assertThat(norm(after)).isCloseTo(Math.min(norm, maxNorm), within(1e-12 * maxNorm));
        double factor = maxNorm / norm;
        for (int i = 0; i < before.size(); i++) {
          for (int j = 0; j < before.get(i).length; j++) {
            assertThat(after.get(i)[j]).isCloseTo(factor * before.get(i)[j], within(1e-12));
          }
        }
      }
    }
  }

  private static double norm(List<double[]> vectors) {
    double squares = 0;
    for (double[] vector : vectors) {
      for (double value : vector) {
        squares += value * value;
      }
    }
    return Math.sqrt(squares);
  }
}
