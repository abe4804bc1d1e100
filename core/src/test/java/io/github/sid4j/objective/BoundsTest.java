package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.testkit.Draw;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What follows from the objective for a whole cascade, sample by sample. */
class BoundsTest {
  @Property(tries = 100)
  void slackAndConsistencyBoundTheDivergenceOfAnyBeliefs(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 2, max = 10) int classes,
      @ForAll @IntRange(min = 1, max = 6) int modules,
      @ForAll @DoubleRange(min = 0.05, max = 1) double alpha) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      Target target = Reference.target(0, classes, Reference.smoothing(divergence));
      Objective objective = Reference.objective(divergence, alpha);
      double[] before = Reference.uniform(classes);
      double first = Double.NaN;
      double last = Double.NaN;
      double bound = 0;
      for (int i = 0; i < modules; i++) {
        double[] p = Reference.softmax(draw.doubles(classes, 4));
        Measure copied = measure(objective, before, target, before);
        Measure done = measure(objective, p, target, before);
        if (i == 0) {
          first = copied.fidelity();
          bound = first;
        }
        double slack = Math.max(0, done.loss() - copied.loss());
        bound += -(1 - alpha) / alpha * done.consistency() + slack / alpha;
        last = done.fidelity();
        before = p;
      }
      assertThat(last).isLessThanOrEqualTo(bound + 1e-10);
    }
  }

  @Property(tries = 100)
  void noWorseThanCopyingMeansNoWorseByDepth(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @DoubleRange(min = 0.05, max = 1) double alpha,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      int classes = 4;
      Target target = Reference.target(1, classes, Reference.smoothing(divergence));
      double[] wanted = target.distribution().toDoubles();
      double[] before = Reference.softmax(draw.doubles(classes, 4));
      double[] best = Reference.minimiser(divergence, alpha, wanted, before);
      // The losses are convex: every point between the copy and the minimiser beats the copy.
      double[] p = Reference.minimiser(Divergence.FORWARD, share, best, before);
      Objective objective = Reference.objective(divergence, alpha);
      Measure copied = measure(objective, before, target, before);
      Measure done = measure(objective, p, target, before);
      assertThat(done.fidelity())
          .isLessThanOrEqualTo(
              copied.fidelity() - (1 - alpha) / alpha * done.consistency() + 1e-10);
    }
  }

  @Property(tries = 100)
  void optimalBeliefsApproachTheTargetGeometrically(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 2, max = 10) int classes,
      @ForAll @IntRange(min = 1, max = 8) int modules,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double alpha) {
    double[] wanted;
    double[] first;
    try (Scope scope = Scope.open()) {
      wanted =
          Reference.target(0, classes, Reference.smoothing(divergence)).distribution().toDoubles();
      first = Reference.softmax(new Draw(seed).doubles(classes, 3));
    }
    double[] p = first;
    for (int i = 0; i < modules; i++) {
      p = Reference.minimiser(divergence, alpha, wanted, p);
    }
    double shrunk = Math.pow(1 - alpha, modules);
    assertThat(Reference.kl(wanted, p))
        .isLessThanOrEqualTo(shrunk * Reference.kl(wanted, first) + 1e-12);
    if (divergence == Divergence.FORWARD) {
      for (int j = 0; j < classes; j++) {
        assertThat(p[j]).isCloseTo((1 - shrunk) * wanted[j] + shrunk * first[j], within(1e-13));
      }
    }
  }

  private static Measure measure(Objective objective, double[] p, Target target, double[] before) {
    return objective.measure(0, Reference.belief(p), target, Reference.belief(before));
  }
}
