package io.github.sid4j.internal.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Matrices;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.testkit.Draw;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NewtonSchulzTest {
  @Property(tries = 30)
  void singlePrecisionIsNearLoopsOverDoubles(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 9) int rows,
      @ForAll @IntRange(min = 1, max = 9) int columns) {
    try (Scope scope = Scope.open()) {
      Tensor matrix = new Draw(seed).tensor(DType.FLOAT32, 1, rows, columns);
      double[] found = NewtonSchulz.orthogonal(matrix, 5).toDoubles();
      double[] expected = loops(matrix.toDoubles(), rows, columns);
      assertThat(found).containsExactly(expected, within(2e-4));
    }
  }

  /** Written on the rows' side whatever the shape: the factor is the same. */
  private static double[] loops(double[] matrix, int rows, int columns) {
    double length = 0;
    for (double value : matrix) {
      length += value * value;
    }
    double[] x = matrix.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] /= Math.sqrt(length);
    }
    for (int round = 0; round < 5; round++) {
      double[] square = new double[rows * rows];
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < rows; j++) {
          for (int k = 0; k < columns; k++) {
            square[i * rows + j] += x[i * columns + k] * x[j * columns + k];
          }
        }
      }
      double[] once = product(square, x, rows, columns);
      double[] twice = product(square, once, rows, columns);
      for (int i = 0; i < x.length; i++) {
        x[i] = 3.4445 * x[i] - 4.7750 * once[i] + 2.0315 * twice[i];
      }
    }
    return x;
  }

  private static double[] product(double[] square, double[] x, int rows, int columns) {
    double[] product = new double[x.length];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < rows; k++) {
        for (int j = 0; j < columns; j++) {
          product[i * columns + j] += square[i * rows + k] * x[k * columns + j];
        }
      }
    }
    return product;
  }

  @Test
  void allDirectionsOfAUsualMatrixBecomeNearlyAsLong() {
    try (Scope scope = Scope.open()) {
      Tensor wide = new Draw(3).tensor(DType.FLOAT64, 1, 6, 40);
      Tensor made = NewtonSchulz.orthogonal(wide, 5);
      double[] squares = Matrices.eigen(made.matmul(made.transposed())).values().toDoubles();
      for (double square : squares) {
        assertThat(Math.sqrt(square)).isBetween(0.6, 1.3);
      }
    }
  }

  @Test
  void aMatrixOfZerosStaysOne() {
    try (Scope scope = Scope.open()) {
      assertThat(NewtonSchulz.orthogonal(Tensor.of(new double[6], 2, 3), 5).toDoubles())
          .containsOnly(0);
    }
  }
}
