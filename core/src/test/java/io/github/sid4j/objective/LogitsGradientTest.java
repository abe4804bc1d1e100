package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.testkit.Draw;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The closed form of the gradient is the formula, what autograd finds and what differences say. */
class LogitsGradientTest {
  private static final double SCALE = 6;

  @Property(tries = 60)
  void forwardIsBeliefMinusMixture(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int batch,
      @ForAll @IntRange(min = 2, max = 12) int classes,
      @ForAll @DoubleRange(min = 0.01, max = 1) double alpha) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      Belief p = Belief.of(draw.tensor(DType.FLOAT64, SCALE, batch, classes));
      Belief before = Belief.of(draw.tensor(DType.FLOAT64, SCALE, batch, classes));
      Target target = draw.target(batch, classes, 0, DType.FLOAT64);
      double[] found =
          Reference.objective(Divergence.FORWARD, alpha)
              .logitsGradient(0, p, target, before)
              .toDoubles();

      double[] beliefs = p.probabilities().toDoubles();
      double[] targets = target.distribution().toDoubles();
      double[] befores = before.probabilities().toDoubles();
      for (int j = 0; j < found.length; j++) {
        double mixture = alpha * targets[j] + (1 - alpha) * befores[j];
        assertThat(found[j]).isCloseTo((beliefs[j] - mixture) / batch, within(1e-15));
      }
    }
  }

  @Property(tries = 60)
  void bothAreWhatAutogradFindsAndWhatDifferencesSay(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 1, max = 4) int batch,
      @ForAll @IntRange(min = 2, max = 8) int classes,
      @ForAll @DoubleRange(min = 0.01, max = 1) double alpha) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      Tensor logits = draw.tensor(DType.FLOAT64, SCALE, batch, classes).requireGradient();
      Belief before = Belief.of(draw.tensor(DType.FLOAT64, SCALE, batch, classes));
      Target target = draw.target(batch, classes, Reference.smoothing(divergence), DType.FLOAT64);
      Objective objective = Reference.objective(divergence, alpha);

      LogitsGradients.check(objective, 0, logits, target, before);
    }
  }
}
