package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.testkit.Draw;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Either objective has one minimiser and one floor, both in closed form. */
class MinimiserTest {
  @Property(tries = 100)
  void theFloorIsReachedAtTheMinimiserAlone(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 2, max = 12) int classes,
      @ForAll @DoubleRange(min = 0.01, max = 1) double alpha) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      double[] before = Reference.softmax(draw.doubles(classes, 5));
      double[] other = Reference.softmax(draw.doubles(classes, 5));
      Target target = draw.target(1, classes, Reference.smoothing(divergence), DType.FLOAT64);
      double[] wanted = target.distribution().toDoubles();
      double[] best = Reference.minimiser(divergence, alpha, wanted, before);
      Objective objective = Reference.objective(divergence, alpha);
      Belief teacher = Reference.belief(before);

      Measure least = objective.measure(0, Reference.belief(best), target, teacher);
      assertThat(least.loss()).isCloseTo(least.floor(), within(1e-12));
      assertThat(objective.logitsGradient(0, Reference.belief(best), target, teacher).toDoubles())
          .containsExactly(new double[classes], within(1e-12));

      // Above the floor the loss is the divergence to the minimiser, hence never below it.
      Measure above = objective.measure(0, Reference.belief(other), target, teacher);
      assertThat(above.floor()).isEqualTo(least.floor());
      assertThat(above.loss() - above.floor())
          .isCloseTo(Reference.divergence(divergence, best, other), within(1e-10));
    }
  }

  @Property(tries = 100)
  void aSmallStepAwayFromTheMinimiserIsNotLower(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @DoubleRange(min = 0.01, max = 1) double alpha,
      @ForAll @IntRange(max = 6) int digits) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      int classes = 5;
      double[] before = Reference.softmax(draw.doubles(classes, 5));
      Target target = draw.target(1, classes, Reference.smoothing(divergence), DType.FLOAT64);
      double[] best =
          Reference.minimiser(divergence, alpha, target.distribution().toDoubles(), before);
      double[] step = draw.doubles(classes, Math.pow(10, -digits));
      double[] moved = new double[classes];
      for (int j = 0; j < classes; j++) {
        moved[j] = Math.log(Math.max(best[j], 1e-300)) + step[j];
      }
      Measure measure =
          Reference.objective(divergence, alpha)
              .measure(
                  0, Reference.belief(Reference.softmax(moved)), target, Reference.belief(before));
      assertThat(measure.loss()).isGreaterThanOrEqualTo(measure.floor() - 1e-14);
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 5, 0.8604", "10, 10, 0.8794", "100, 8, 1.0585"})
  void aCascadeAtItsOptimumStillHasALoss(int classes, int modules, double expected) {
    try (Scope scope = Scope.open()) {
      Target target = Reference.target(3, classes, 0);
      Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, modules);
      double[] before = Reference.uniform(classes);
      double loss = 0;
      double floor = 0;
      for (int i = 0; i < modules; i++) {
        double[] best =
            Reference.minimiser(Divergence.FORWARD, 0.5, target.distribution().toDoubles(), before);
        Measure measure =
            objective.measure(i, Reference.belief(best), target, Reference.belief(before));
        loss += measure.loss();
        floor += measure.floor();
        before = best;
      }
      assertThat(loss).isCloseTo(expected, within(5e-5));
      assertThat(floor).isCloseTo(loss, within(1e-12));
    }
  }
}
