package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.testkit.Draw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectiveTest {
  @ParameterizedTest
  @EnumSource
  void measuresAreMeansOverTheBatchOfWhatTheDefinitionsSay(Divergence divergence) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(5);
      int batch = 3;
      int classes = 4;
      Objective objective = new Objective(divergence, Reference.smoothing(divergence), 0.9, 0.3);
      Belief p = Belief.of(draw.tensor(DType.FLOAT64, 3, batch, classes));
      Belief before = Belief.of(draw.tensor(DType.FLOAT64, 3, batch, classes));
      Target target = draw.target(batch, classes, objective.labelSmoothing(), DType.FLOAT64);

      double klTarget = 0;
      double klPrevious = 0;
      for (int b = 0; b < batch; b++) {
        double[] belief = row(p.probabilities(), b);
        klTarget += Reference.divergence(divergence, row(target.distribution(), b), belief) / batch;
        klPrevious +=
            Reference.divergence(divergence, row(before.probabilities(), b), belief) / batch;
      }
      Measure measure = objective.measure(1, p, target, before);
      assertThat(measure.klTarget()).isCloseTo(klTarget, within(1e-12));
      assertThat(measure.klPrevious()).isCloseTo(klPrevious, within(1e-12));
      assertThat(measure.loss()).isCloseTo(0.3 * klTarget + 0.7 * klPrevious, within(1e-12));
      assertThat(objective.loss(1, p, target, before).item())
          .isCloseTo(measure.loss(), within(1e-12));
    }
  }

  @Test
  void classifiedRightlyIsWhereTheLargestProbabilityIsTheLabels() {
    try (Scope scope = Scope.open()) {
      Belief p = Belief.of(Tensor.of(new double[] {1, 2, 3, 9, 2, 3, 5, 4, 3}, 3, 3));
      Target target = Target.of(new int[] {2, 0, 1}, 3, 0, DType.FLOAT64);
      Measure measure =
          Reference.objective(Divergence.FORWARD, 0.5)
              .measure(0, p, target, Belief.uniform(TensorFactory.CPU, 3, 3, DType.FLOAT64));
      assertThat(measure.correct()).isEqualTo(2);
    }
  }

  @Test
  void targetsAreSmoothedTowardsUniform() {
    try (Scope scope = Scope.open()) {
      assertThat(Reference.target(1, 4, 0).distribution().toDoubles()).containsExactly(0, 1, 0, 0);
      assertThat(Reference.target(1, 4, 0.2).distribution().toDoubles())
          .containsExactly(new double[] {0.05, 0.85, 0.05, 0.05}, within(1e-15));
    }
  }

  /** With logits this far apart all probabilities but one are zero in single precision. */
  @ParameterizedTest
  @EnumSource
  void beliefsThatUnderflowStillHaveFiniteLossesAndGradients(Divergence divergence) {
    try (Scope scope = Scope.open()) {
      Tensor logits = Tensor.of(new float[] {200, -200, -200, -200, 200, -200}, 2, 3);
      Belief p = Belief.of(logits.copy().requireGradient());
      Belief before = Belief.of(Tensor.of(new float[] {-200, 200, -200, 200, -200, -200}, 2, 3));
      double smoothing = Reference.smoothing(divergence);
      Target target = Target.of(new int[] {2, 2}, 3, smoothing, DType.FLOAT32);
      Objective objective = Reference.objective(divergence, 0.5);
      assertThat(p.probabilities().toDoubles()).containsOnly(0, 1);

      Measure measure = objective.measure(0, p, target, before);
      assertThat(measure.loss()).isFinite().isGreaterThan(100);
      assertThat(measure.floor()).isFinite().isLessThan(measure.loss());
      Belief constant = Belief.of(logits);
      assertThat(objective.logitsGradient(0, constant, target, before).isFinite()).isTrue();

      Tensor leaf = logits.copy().requireGradient();
      Tensor loss = objective.loss(0, Belief.of(leaf), target, before);
      assertThat(loss.item()).isCloseTo(measure.loss(), within(1e-3));
      assertThat(
              Autograd.gradients(loss, Tensor.full(1, DType.FLOAT32), List.of(leaf))
                  .get(0)
                  .isFinite())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLossThatIsNoNumberNamesItsModule(Divergence divergence) {
    try (Scope scope = Scope.open()) {
      Objective objective = Objective.constant(divergence, Reference.smoothing(divergence), 0.5, 3);
      Belief p = Belief.of(Tensor.of(new double[] {0, Double.NaN, 1}, 1, 3));
      Target target = Reference.target(0, 3, objective.labelSmoothing());
      assertThatThrownBy(
              () ->
                  objective.measure(
                      2, p, target, Belief.uniform(TensorFactory.CPU, 1, 3, DType.FLOAT64)))
          .isInstanceOf(DivergedException.class)
          .hasMessageStartingWith("module 3 has loss NaN; ");
    }
  }

  @Test
  void theReverseDivergenceNeedsSmoothing() {
    assertThatThrownBy(() -> new Objective(Divergence.REVERSE, 0, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected label smoothing above 0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.0000001, Double.NaN, Double.POSITIVE_INFINITY})
  void alphasOutOfRangeAreRefused(double alpha) {
    assertThatThrownBy(() -> new Objective(Divergence.FORWARD, 0, 0.5, alpha))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("alpha: expected above 0 and at most 1");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, Double.NaN})
  void smoothingsOutOfRangeAreRefused(double smoothing) {
    assertThatThrownBy(() -> new Objective(Divergence.FORWARD, smoothing, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label smoothing: expected 0 up to but not 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3})
  void labelsOutOfRangeAreRefused(int label) {
    assertThatThrownBy(() -> Target.of(new int[] {0, label}, 3, 0, DType.FLOAT32))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label 1: expected 0 to 2, found " + label);
  }

  private static double[] row(Tensor rows, int index) {
    int width = (int) rows.size(1);
    return java.util.Arrays.copyOfRange(rows.toDoubles(), index * width, (index + 1) * width);
  }
}
