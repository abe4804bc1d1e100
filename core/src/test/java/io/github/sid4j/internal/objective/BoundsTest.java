package io.github.sid4j.internal.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Reference;
import io.github.sid4j.objective.Target;
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
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from the objective for a whole cascade, sample by sample. */
class BoundsTest {
  private static final int SAMPLES = 4;

  @Property(tries = 100)
  void slackAndStepsBoundTheDivergenceOfAnyBeliefs(
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
          first = copied.klTarget();
          bound = first;
        }
        double slack = Math.max(0, done.loss() - copied.loss());
        bound += -(1 - alpha) / alpha * done.klPrevious() + slack / alpha;
        last = done.klTarget();
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
      assertThat(done.klTarget())
          .isLessThanOrEqualTo(copied.klTarget() - (1 - alpha) / alpha * done.klPrevious() + 1e-10);
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

  /** Beliefs of a few samples by module, p_0 first, at random and with a weight for each module. */
  // Two of these are never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Chain(double[] alphas, List<double[][]> beliefs) {
    static Chain random(long seed, int classes, int modules) {
      Draw draw = new Draw(seed);
      double[] alphas = draw.doubles(modules, 0.475);
      Arrays.setAll(alphas, i -> alphas[i] + 0.525);
      List<double[][]> beliefs = new ArrayList<>();
      beliefs.add(repeated(Reference.uniform(classes)));
      for (int i = 0; i < modules; i++) {
        double[][] rows = new double[SAMPLES][];
        Arrays.setAll(rows, k -> Reference.softmax(draw.doubles(classes, 4)));
        beliefs.add(rows);
      }
      return new Chain(alphas, beliefs);
    }

    /** Every belief the best that its module can have. */
    static Chain best(Divergence divergence, double[] wanted, double... alphas) {
      List<double[][]> beliefs = new ArrayList<>();
      beliefs.add(repeated(Reference.uniform(wanted.length)));
      for (double alpha : alphas) {
        double[] before = beliefs.get(beliefs.size() - 1)[0];
        beliefs.add(repeated(Reference.minimiser(divergence, alpha, wanted, before)));
      }
      return new Chain(alphas, beliefs);
    }

    private static double[][] repeated(double[] row) {
      double[][] rows = new double[SAMPLES][];
      Arrays.fill(rows, row);
      return rows;
    }

    Objective objective(Divergence divergence) {
      return new Objective(divergence, Reference.smoothing(divergence), alphas);
    }

    List<Measure> measures(Divergence divergence) {
      int classes = beliefs.get(0)[0].length;
      Target target =
          Target.of(new int[SAMPLES], classes, Reference.smoothing(divergence), DType.FLOAT64);
      return objective(divergence)
          .measures(beliefs.stream().map(BoundsTest::belief).toList(), target);
    }
  }

  private static Belief belief(double[][] rows) {
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    double[] logarithms = Arrays.stream(all).map(Math::log).toArray();
    return new Belief(
        Tensor.of(all, rows.length, rows[0].length),
        Tensor.of(logarithms, rows.length, rows[0].length));
  }

  private static double[] telescoped(Bounds bounds, List<Measure> measures) {
    return bounds.telescoped(
        measures.stream().mapToDouble(Measure::klPrevious).toArray(),
        measures.stream().mapToDouble(Measure::slack).toArray());
  }

  @Property(tries = 60)
  void whatIsMeasuredIsWhatTheProofSpeaksOf(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 2, max = 6) int classes,
      @ForAll @IntRange(min = 1, max = 20) int modules) {
    try (Scope scope = Scope.open()) {
      Chain chain = Chain.random(seed, classes, modules);
      double[] wanted =
          Reference.target(0, classes, Reference.smoothing(divergence)).distribution().toDoubles();
      List<Measure> measures = chain.measures(divergence);
      for (int i = 0; i < modules; i++) {
        double a = chain.alphas()[i];
        double slack = 0;
        int regressed = 0;
        for (int k = 0; k < SAMPLES; k++) {
          double[] q = chain.beliefs().get(i)[k];
          double[] p = chain.beliefs().get(i + 1)[k];
          double before = Reference.divergence(divergence, wanted, q);
          double after = Reference.divergence(divergence, wanted, p);
          double step = Reference.divergence(divergence, q, p);
          double e = Math.max(0, a * after + (1 - a) * step - a * before);
          assertThat(after).isLessThanOrEqualTo(before - (1 - a) / a * step + e / a + 1e-9);
          slack += e / SAMPLES;
          regressed += after > before ? 1 : 0;
        }
        assertThat(measures.get(i).slack()).isCloseTo(slack, within(1e-9));
        assertThat(measures.get(i).regressed()).isEqualTo(regressed);
      }
    }
  }

  @Property(tries = 60)
  void theDivergenceStaysUnderItsBoundAtEveryDepth(
      @ForAll long seed,
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 1, max = 20) int n) {
    try (Scope scope = Scope.open()) {
      Chain chain = Chain.random(seed, 4, n);
      List<Measure> measures = chain.measures(divergence);
      double[] bounds = telescoped(chain.objective(divergence).bounds(4), measures);
      for (int i = 0; i < n; i++) {
        assertThat(measures.get(i).klTarget()).isLessThanOrEqualTo(bounds[i] + 1e-9);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void theBoundIsMetWhereNoSampleIsBetterThanItsCopy(Divergence divergence) {
    try (Scope scope = Scope.open()) {
      double[] uniform = Reference.uniform(3);
      // Away from the target, away again, and then handed on.
      double[] wrong = {0.2, 0.4, 0.4};
      double[] regressed = {0.05, 0.25, 0.7};
      Chain chain =
          new Chain(
              new double[] {0.9, 0.3, 0.5},
              List.of(
                  Chain.repeated(uniform),
                  Chain.repeated(wrong),
                  Chain.repeated(regressed),
                  Chain.repeated(regressed)));
      List<Measure> measures = chain.measures(divergence);
      double[] bounds = telescoped(chain.objective(divergence).bounds(3), measures);
      assertThat(bounds[2]).isCloseTo(bounds[1], within(1e-12));
      for (int i = 0; i < 3; i++) {
        assertThat(measures.get(i).klTarget()).isCloseTo(bounds[i], within(1e-12));
      }
      assertThat(measures).extracting(Measure::regressed).containsExactly(4L, 4L, 0L);
      assertThat(measures.get(2).slack()).isZero();
    }
  }

  @Property(tries = 60)
  void atTheirBestBeliefsStayUnderTheRateAndNoneIsWorse(
      @ForAll Divergence divergence,
      @ForAll @IntRange(min = 2, max = 10) int classes,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double first,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double second,
      @ForAll @DoubleRange(min = 0.05, max = 0.95) double third) {
    try (Scope scope = Scope.open()) {
      double[] wanted =
          Reference.target(0, classes, Reference.smoothing(divergence)).distribution().toDoubles();
      Chain chain = Chain.best(divergence, wanted, first, second, third);
      List<Measure> measures = chain.measures(divergence);
      double[] rate = chain.objective(divergence).bounds(classes).atBest();
      for (int i = 0; i < 3; i++) {
        assertThat(measures.get(i).klTarget()).isLessThanOrEqualTo(rate[i] + 1e-9);
        assertThat(measures.get(i).slack()).isLessThan(1e-9);
        assertThat(measures.get(i).regressed()).isZero();
      }
    }
  }

  /** Two classes: the reverse divergence may shrink by less than 1 - a, but not by less than it. */
  @Test
  void theReverseDivergenceHasARateOfItsOwn() {
    double[] wanted = {0.95, 0.05};
    double[] before = {1 - 1e-9, 1e-9};
    double alpha = 0.9;
    double[] best = Reference.minimiser(Divergence.REVERSE, alpha, wanted, before);
    double shrunk = Reference.kl(best, wanted);
    assertThat(shrunk).isGreaterThan(5 * (1 - alpha) * Reference.kl(before, wanted));
    assertThat(shrunk).isLessThan((1 - alpha) / alpha * Reference.kl(wanted, before));
  }

  @ParameterizedTest
  @CsvSource({"FORWARD,0", "FORWARD,0.3", "REVERSE,0.1"})
  void theStartIsTheDivergenceOfTheUniformBelief(Divergence divergence, double smoothing) {
    try (Scope scope = Scope.open()) {
      Objective objective = new Objective(divergence, smoothing, 0.4, 0.8);
      Belief uniform = Belief.uniform(TensorFactory.CPU, 1, 5, DType.FLOAT64);
      Measure copied = objective.measure(0, uniform, Reference.target(2, 5, smoothing), uniform);
      assertThat(objective.bounds(5).start()).isCloseTo(copied.klTarget(), within(1e-12));
      double[] wanted = Reference.target(2, 5, smoothing).distribution().toDoubles();
      double forward = Reference.kl(wanted, Reference.uniform(5));
      boolean isForward = divergence == Divergence.FORWARD;
      assertThat(objective.bounds(5).atBest())
          .containsExactly(
              new double[] {
                forward * 0.6 / (isForward ? 1 : 0.4), forward * 0.6 * 0.2 / (isForward ? 1 : 0.8)
              },
              within(1e-12));
    }
  }

  private static Measure measure(Objective objective, double[] p, Target target, double[] before) {
    return objective.measure(0, Reference.belief(p), target, Reference.belief(before));
  }
}
