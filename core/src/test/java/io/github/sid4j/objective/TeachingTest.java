package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.objective.StoredBeliefs;
import io.github.sid4j.testkit.Draw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What teaches modules next to labels: each loss against its definition, differences and a grid.
 */
class TeachingTest {
  private static final double SCALE = 4;

  /** All kinds of losses, and what can be put together. */
  enum Kind {
    STATIC(Teaching.PLAIN.teacher(Teacher.STATIC)),
    TEMPORAL(Teaching.PLAIN.temporal(0.7)),
    STATIC_TEMPORAL(Teaching.PLAIN.teacher(Teacher.STATIC).temporal(0.4)),
    EARLY_LEARNING(Teaching.PLAIN.earlyLearning(3)),
    TEMPORAL_EARLY_LEARNING(Teaching.PLAIN.temporal(0.3).earlyLearning(0.5)),
    GENERALIZED(Teaching.PLAIN.gce(0.7)),
    MEAN_ABSOLUTE(Teaching.PLAIN.gce(1)),
    GENERALIZED_EARLY_LEARNING(Teaching.PLAIN.gce(0.2).earlyLearning(1));

    // A record of numbers and an enum.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Teaching teaching;

    Kind(Teaching teaching) {
      this.teaching = teaching;
    }

    Objective objective(double smoothing, double alpha) {
      double own = teaching.gce() > 0 ? 1 : alpha;
      return new Objective(Divergence.FORWARD, smoothing, teaching, own, own);
    }

    /** Of early-learning regularization a lower bound is known, and no minimum. */
    boolean hasMinimum() {
      return teaching.earlyLearning() == 0;
    }
  }

  /** Beliefs of a batch, of which every third sample was not visited. */
  private static StoredBeliefs stored(Draw draw, int batch, int classes, double share) {
    double[] rows = Belief.of(draw.tensor(DType.FLOAT64, SCALE, batch, classes)).toDoubles();
    double[] shares = new double[batch];
    for (int i = 0; i < batch; i++) {
      shares[i] = i % 3 == 2 ? 0 : share;
      if (i % 3 == 2) {
        Arrays.fill(rows, i * classes, (i + 1) * classes, 0);
      }
    }
    return new StoredBeliefs(Tensor.of(rows, batch, classes), Tensor.of(shares, batch, 1));
  }

  @Property(tries = 60)
  void theClosedGradientIsWhatAutogradFindsAndWhatDifferencesSay(
      @ForAll long seed,
      @ForAll Kind kind,
      @ForAll @IntRange(min = 1, max = 4) int batch,
      @ForAll @IntRange(min = 2, max = 6) int classes,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double alpha,
      @ForAll boolean smoothed) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      Tensor logits = draw.tensor(DType.FLOAT64, SCALE, batch, classes).requireGradient();
      Belief before = Belief.of(draw.tensor(DType.FLOAT64, SCALE, batch, classes));
      Target target =
          draw.target(batch, classes, smoothed ? 0.1 : 0, DType.FLOAT64)
              .remembering(stored(draw, batch, classes, 0.5));
      Objective objective = kind.objective(smoothed ? 0.1 : 0, alpha);

      LogitsGradients.check(objective, 1, logits, target, before);
      assertThat(objective.measure(1, Belief.of(logits.detach()), target, before).loss())
          .isCloseTo(objective.loss(1, Belief.of(logits), target, before).item(), within(1e-12));
    }
  }

  /** All beliefs of three classes on a grid. */
  @Property(tries = 30)
  void noBeliefIsBelowTheFloorAndOneReachesIt(
      @ForAll long seed,
      @ForAll Kind kind,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double alpha,
      @ForAll boolean smoothed) {
    int steps = 120;
    List<Double> grid = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      for (int k = 0; i + k <= steps; k++) {
        grid.addAll(List.of(i / 120.0, k / 120.0, (steps - i - k) / 120.0));
      }
    }
    double[] rows = grid.stream().mapToDouble(p -> Math.max(p, 1e-12)).toArray();
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      Belief before = Belief.of(draw.tensor(DType.FLOAT64, 2, 1, 3));
      Target target =
          draw.target(1, 3, smoothed ? 0.2 : 0, DType.FLOAT64).remembering(stored(draw, 1, 3, 1));
      Belief p = Belief.of(Tensor.of(rows, rows.length / 3, 3).log());
      double[] losses =
          kind.teaching
              .losses(Divergence.FORWARD, kind.teaching.gce() > 0 ? 1 : alpha)[0]
              .perSample(p, target, before)
              .toDoubles();
      double least = Arrays.stream(losses).min().orElseThrow();
      double floor =
          kind.objective(smoothed ? 0.2 : 0, alpha).measure(0, before, target, before).floor();
      assertThat(least).isGreaterThanOrEqualTo(floor - 1e-9);
      if (kind.hasMinimum()) {
        assertThat(least).isCloseTo(floor, within(2e-3));
      }
    }
  }

  @Property(tries = 40)
  void theFloorOfStoredBeliefsIsReachedAtTheirMixture(
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0.01, max = 1) double alpha,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double weight,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      int classes = 4;
      double[] before = Reference.softmax(draw.doubles(classes, 5));
      double[] q = Reference.softmax(draw.doubles(classes, 5));
      double b = weight * share;
      Target target =
          draw.target(1, classes, 0, DType.FLOAT64)
              .remembering(
                  new StoredBeliefs(
                      Tensor.of(q, 1, classes), Tensor.full(share, DType.FLOAT64, 1, 1)));
      double[] y = target.distribution().toDoubles();
      double[] best = new double[classes];
      for (int k = 0; k < classes; k++) {
        best[k] = (1 - b) * (alpha * y[k] + (1 - alpha) * before[k]) + b * q[k];
      }
      Objective objective =
          new Objective(Divergence.FORWARD, 0, Teaching.PLAIN.temporal(weight), alpha);
      Measure least =
          objective.measure(0, Reference.belief(best), target, Reference.belief(before));
      assertThat(least.loss()).isCloseTo(least.floor(), within(1e-12));
      double entropies =
          entropy(best)
              - (1 - b) * (alpha * entropy(y) + (1 - alpha) * entropy(before))
              - b * entropy(q);
      assertThat(least.floor()).isCloseTo(entropies, within(1e-12));
    }
  }

  private static double entropy(double... p) {
    return -Arrays.stream(p).map(one -> one == 0 ? 0 : one * Math.log(one)).sum();
  }

  @Property(tries = 20)
  void staticTargetsAreLabelsSmoothedByDepthWhateverTheBeliefBefore(
      @ForAll long seed, @ForAll @IntRange(max = 3) int module) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(seed);
      int classes = 5;
      Belief p = Belief.of(draw.tensor(DType.FLOAT64, SCALE, 2, classes));
      Target target = draw.target(2, classes, 0, DType.FLOAT64);
      double[] alphas = {0.5, 0.2, 0.9, 0.4};
      Objective objective =
          new Objective(Divergence.FORWARD, 0, Teaching.PLAIN.teacher(Teacher.STATIC), alphas);
      double smoothed = 1;
      for (int j = 0; j <= module; j++) {
        smoothed *= 1 - alphas[j];
      }
      double[] found =
          objective
              .logitsGradient(
                  module, p, target, Belief.of(draw.tensor(DType.FLOAT64, SCALE, 2, classes)))
              .toDoubles();
      double[] y = target.distribution().toDoubles();
      double[] beliefs = p.toDoubles();
      for (int k = 0; k < found.length; k++) {
        double wanted = (1 - smoothed) * y[k] + smoothed / classes;
        assertThat(found[k]).isCloseTo((beliefs[k] - wanted) / 2, within(1e-14));
      }
    }
  }

  @Test
  void withoutStoredBeliefsTheLossIsThePlainOne() {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(3);
      Belief p = Belief.of(draw.tensor(DType.FLOAT32, SCALE, 4, 3));
      Belief before = Belief.of(draw.tensor(DType.FLOAT32, SCALE, 4, 3));
      Target target = draw.target(4, 3, 0, DType.FLOAT32);
      Objective plain = new Objective(Divergence.FORWARD, 0, 0.4);
      Objective taught =
          new Objective(Divergence.FORWARD, 0, Teaching.PLAIN.temporal(0.5).earlyLearning(2), 0.4);
      assertThat(taught.logitsGradient(0, p, target, before).toBytes())
          .isEqualTo(plain.logitsGradient(0, p, target, before).toBytes());
      assertThat(taught.measure(0, p, target, before).beliefs().length()).isZero();
    }
  }

  @Test
  void onlyTheLastModuleReportsWhatItBelieves() {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(4);
      List<Belief> beliefs = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        beliefs.add(Belief.of(draw.tensor(DType.FLOAT32, SCALE, 2, 3)));
      }
      Target target =
          draw.target(2, 3, 0, DType.FLOAT32)
              .remembering(
                  new StoredBeliefs(
                      Tensor.full(0, DType.FLOAT32, 2, 3), Tensor.full(0, DType.FLOAT32, 2, 1)));
      List<Measure> measures =
          Objective.constant(Divergence.FORWARD, 0, 0.5, 2).measures(beliefs, target);
      assertThat(measures.get(0).beliefs().length()).isZero();
      assertThat(measures.get(1).beliefs().values())
          .containsExactly(beliefs.get(2).probabilities().toFloats());
    }
  }

  /** With logits this far apart both beliefs are certain, and the same. */
  @Test
  void certainBeliefsHaveFiniteLossesAndGradients() {
    try (Scope scope = Scope.open()) {
      Belief p = Belief.of(Tensor.of(new float[] {200, -200, -200}, 1, 3));
      for (Kind kind : Kind.values()) {
        Target target =
            Target.of(new int[] {2}, 3, 0, DType.FLOAT32)
                .remembering(
                    new StoredBeliefs(p.probabilities(), Tensor.full(1, DType.FLOAT32, 1, 1)));
        Objective objective = kind.objective(0, 0.5);
        assertThat(objective.measure(1, p, target, p).loss()).as(kind.name()).isFinite();
        assertThat(objective.logitsGradient(1, p, target, p).isFinite()).as(kind.name()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, 0.7, 1, FORWARD, gce has no other reference",
    "0, 0, 0.7, 0.5, FORWARD, gce: expected an alpha of 1",
    "0, 0, 0.7, 1, REVERSE, stored beliefs and gce need the forward divergence",
    "0.5, 0, 0, 1, REVERSE, stored beliefs and gce need the forward divergence",
    "1, 0, 0, 1, FORWARD, temporal weight: expected 0 up to but not 1",
    "0, -1, 0, 1, FORWARD, early-learning regularization: expected at least 0",
    "0, 0, 1.5, 1, FORWARD, gce: expected 0 to 1"
  })
  void whatHasNoClosedFormIsRefused(
      double temporal,
      double lambda,
      double gce,
      double alpha,
      Divergence divergence,
      String expected) {
    assertThatThrownBy(
            () ->
                new Objective(
                    divergence, 0.1, new Teaching(Teacher.PREVIOUS, temporal, lambda, gce), alpha))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(expected);
  }
}
