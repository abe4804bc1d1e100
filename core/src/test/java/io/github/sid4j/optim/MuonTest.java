package io.github.sid4j.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Muon on matrices whose singular values can be read off. */
class MuonTest {
  private static final double ROOT = Math.sqrt(3 * 3 + 4 * 4);

  /** The polynomial of a singular value, five times. */
  private static double raised(double value) {
    double x = value;
    for (int round = 0; round < 5; round++) {
      x = 3.4445 * x - 4.7750 * Math.pow(x, 3) + 2.0315 * Math.pow(x, 5);
    }
    return x;
  }

  private static Parameters matrix(double... values) {
    return Parameters.of(Map.of("weight", Tensor.of(values, 2, values.length / 2)));
  }

  private static double[] stepped(
      Optimizer.Factory factory, double rate, double[] weights, double[]... gradients) {
    try (Scope scope = Scope.open()) {
      Parameters w = matrix(weights);
      Optimizer muon = factory.create(w);
      for (double[] gradient : gradients) {
        muon.step(matrix(gradient).tensors(), rate);
      }
      return w.tensors().get(0).toDoubles();
    }
  }

  @Test
  void aDiagonalGradientMovesTheDiagonalByTheRaisedValues() {
    double[] w =
        stepped(Muon.muon(0.9, 0), 0.1, new double[] {1, 2, 3, 4}, new double[] {3, 0, 0, -4});
    assertThat(w)
        .containsExactly(
            new double[] {1 - 0.1 * raised(3 / ROOT), 2, 3, 4 + 0.1 * raised(4 / ROOT)},
            within(1e-6));
  }

  @Test
  void momentumRemembersGradientsAndLooksAhead() {
    double[] w =
        stepped(
            Muon.muon(0.5, 0),
            1,
            new double[4],
            new double[] {2, 0, 0, 0},
            new double[] {0, 0, 0, 1});
    // The second direction is (0, 1) + 0.5 (0.5 (2, 0) + (0, 1)) = (0.5, 1.5) on the diagonal.
    double length = Math.sqrt(0.5 * 0.5 + 1.5 * 1.5);
    assertThat(w[0]).isCloseTo(-raised(1) - raised(0.5 / length), within(1e-5));
    assertThat(w[3]).isCloseTo(-raised(1.5 / length), within(1e-5));
  }

  @Test
  void decayShrinksTheMatrixByItself() {
    double[] w = stepped(Muon.muon(0.9, 0.5), 0.1, new double[] {1, 2, 3, 4}, new double[4]);
    assertThat(w).containsExactly(new double[] {0.95, 1.9, 2.85, 3.8}, within(1e-12));
  }

  @Test
  void ofFixedNormTheRowsHaveLengthOneInTheMeanBeforeTheStep() {
    double[] w = stepped(Muon.ofFixedNorm(0.9), 0.1, new double[] {3, 0, 0, 4}, new double[4]);
    double scale = Math.sqrt(2) / ROOT;
    assertThat(w).containsExactly(new double[] {3 * scale, 0, 0, 4 * scale}, within(1e-6));
  }

  @Test
  void aTallMatrixMovesByTheRootOfItsShape() {
    try (Scope scope = Scope.open()) {
      Tensor w = Tensor.of(new double[4], 4, 1, 1, 1);
      Optimizer muon = Muon.muon(0, 0).create(Parameters.of(Map.of("weight", w)));
      muon.step(List.of(Tensor.of(new double[] {0, 2, 0, 0}, 4, 1, 1, 1)), 0.1);
      assertThat(w.toDoubles())
          .containsExactly(new double[] {0, -0.1 * 2 * raised(1), 0, 0}, within(1e-6));
    }
  }
}
