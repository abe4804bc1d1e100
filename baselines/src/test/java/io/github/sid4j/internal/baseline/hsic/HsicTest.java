package io.github.sid4j.internal.baseline.hsic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HsicTest {
  private static final int BATCH = 6;
  private static final Hsic HSIC = new Hsic(0.8);

  private static Tensor view(long seed, int numbers) {
    return new Draw(seed).tensor(DType.FLOAT64, 1, BATCH, numbers);
  }

  private static double between(Tensor one, Tensor other) {
    return Hsic.dependence(HSIC.kernel(one), HSIC.kernel(other)).item();
  }

  @Test
  void itsGradientIsThatOfItsValue() {
    try (Scope scope = Scope.open()) {
      Tensor h = new Draw(1).tensor(DType.FLOAT64, 1, BATCH, 2, 2, 1).requireGradient();
      Tensor other = HSIC.kernel(view(2, 3)).detach();
      Tensor value = Hsic.dependence(HSIC.kernel(h), other);
      Tensor gradient = Autograd.gradients(value, Tensor.full(1, DType.FLOAT64), List.of(h)).get(0);
      Differences.check(
          Map.of("h", h),
          Map.of("h", gradient.toDoubles()),
          () -> Hsic.dependence(HSIC.kernel(h), other).item());
    }
  }

  @Test
  void theKernelIsTheCentredGaussianOneOverItselfAndTheRegularisation() {
    try (Scope scope = Scope.open()) {
      double[] x = view(3, 2).toDoubles();
      double[][] k = new double[BATCH][BATCH];
      for (int i = 0; i < BATCH; i++) {
        for (int j = 0; j < BATCH; j++) {
          double first = x[2 * i] - x[2 * j];
          double second = x[2 * i + 1] - x[2 * j + 1];
          k[i][j] = Math.exp(-(first * first + second * second) / (2 * 0.8 * 0.8 * 2));
        }
      }
      double[][] h = new double[BATCH][BATCH];
      for (int i = 0; i < BATCH; i++) {
        for (int j = 0; j < BATCH; j++) {
          h[i][j] = (i == j ? 1 : 0) - 1.0 / BATCH;
        }
      }
      double[][] centred = product(product(h, k), h);
      double[][] ridged = product(h, centred);
      for (int i = 0; i < BATCH; i++) {
        ridged[i][i] += 1e-5 * BATCH;
      }
      double[] found = HSIC.kernel(view(3, 2)).toDoubles();
      double[][] kernel = new double[BATCH][BATCH];
      for (int i = 0; i < BATCH * BATCH; i++) {
        kernel[i / BATCH][i % BATCH] = found[i];
      }
      double[][] back = product(kernel, ridged);
      for (int i = 0; i < BATCH; i++) {
        assertThat(back[i]).containsExactly(centred[i], within(1e-10));
      }
    }
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[BATCH][BATCH];
    for (int i = 0; i < BATCH; i++) {
      for (int j = 0; j < BATCH; j++) {
        for (int k = 0; k < BATCH; k++) {
          c[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return c;
  }

  @Test
  void whereAViewLiesAndHowItIsTurnedMakesNoDifference() {
    try (Scope scope = Scope.open()) {
      Tensor h = view(4, 2);
      Tensor turned =
          h.matmul(Tensor.of(new double[] {0.6, 0.8, -0.8, 0.6}, 2, 2))
              .plus(Tensor.of(new double[] {3, -5}, 2));
      assertThat(between(turned, view(5, 3))).isCloseTo(between(h, view(5, 3)), within(1e-9));
      assertThat(between(view(5, 3), h)).isCloseTo(between(h, view(5, 3)), within(1e-9));
    }
  }

  @Test
  void inSinglePrecisionCloseSamplesFarFromZeroAreStillDistinguished() {
    try (Scope scope = Scope.open()) {
      Tensor h = view(8, 4).times(0.01).inPlace().plus(5.0).tensor();
      double exact = between(h, view(9, 3));
      double rounded = between(h.to(DType.FLOAT32), view(9, 3).to(DType.FLOAT32));
      assertThat(rounded).isCloseTo(exact, within(0.01 * exact));
    }
  }

  @Test
  void aViewThatSaysNothingDependsOnNothingAndOneDependsOnItselfMost() {
    try (Scope scope = Scope.open()) {
      Tensor h = view(6, 3);
      Tensor nothing = Tensor.full(2, DType.FLOAT64, BATCH, 3);
      assertThat(between(h, nothing)).isCloseTo(0, within(1e-9));
      double self = between(h, h);
      assertThat(self).isBetween(between(h, view(7, 3)), BATCH - 1.0);
      assertThat(between(h, view(7, 3))).isPositive();
    }
  }
}
