package io.github.sid4j.internal.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.cascade.MlpBatch;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.execution.Batched;
import io.github.sid4j.internal.execution.TwoPhase;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All modules as one product: the numbers of the paper's algorithm, up to the order of sums. */
@Tag("slow")
@net.jqwik.api.Tag("slow") // Its properties.
class BatchedTest {
  private static final int STEPS = 3;

  @BeforeAll
  @BeforeContainer
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  private static List<Double> numbers(
      SmallCascade kind,
      long seed,
      Divergence divergence,
      double clip,
      int batch,
      DType type,
      Precision precision,
      Execution execution) {
    List<Double> numbers = new ArrayList<>();
    try (Scope scope = Scope.open()) {
      Cascade cascade = kind.create(seed, type).in(precision);
      double smoothing = divergence == Divergence.REVERSE ? 0.1 : 0;
      // The first two modules share an alpha, the last has its own.
      Objective objective = new Objective(divergence, smoothing, 0.5, 0.5, 0.3);
      Optimizers optimizers = new Optimizers(cascade, Sgd.sgd(0.9, 0.001), clip);
      try (Sid sid = new Sid(cascade, objective, optimizers, execution)) {
        Draw draw = new Draw(seed);
        for (int step = 0; step < STEPS; step++) {
          Tensor input = kind.input(draw, batch, type);
          StepReport report =
              sid.step(input, draw.target(batch, SmallCascade.CLASSES, smoothing, type), 0.05);
          for (Measure m : report.modules()) {
            numbers.addAll(List.of(m.klTarget(), m.klPrevious(), m.floor(), (double) m.correct()));
          }
        }
      }
      for (Tensor parameter : cascade.parameters().tensors()) {
        for (double value : parameter.toDoubles()) {
          numbers.add(value);
        }
      }
    }
    return numbers;
  }

  private static void assertClose(List<Double> found, List<Double> expected, double tolerance) {
    assertThat(found).hasSameSizeAs(expected);
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i)).as("number " + i).isCloseTo(expected.get(i), within(tolerance));
    }
  }

  @Property(tries = 25)
  void trainingGivesTheNumbersOfTwoPhases(
      @ForAll long seed,
      @ForAll boolean images,
      @ForAll Divergence divergence,
      @ForAll boolean clipped,
      @ForAll @IntRange(min = 1, max = 6) int batch) {
    SmallCascade kind = images ? SmallCascade.CNN : SmallCascade.MLP;
    double clip = clipped ? 0.05 : 0;
    assertClose(
        numbers(kind, seed, divergence, clip, batch, DType.FLOAT64, Precision.FP32, new Batched()),
        numbers(kind, seed, divergence, clip, batch, DType.FLOAT64, Precision.FP32, new TwoPhase()),
        1e-10);
  }

  @ParameterizedTest
  @EnumSource
  void itAlsoDoesInSinglePrecisionAndBelow(Precision precision) {
    List<Double> found =
        numbers(
            SmallCascade.MLP, 1, Divergence.FORWARD, 0, 4, DType.FLOAT32, precision, new Batched());
    List<Double> expected =
        numbers(
            SmallCascade.MLP,
            1,
            Divergence.FORWARD,
            0,
            4,
            DType.FLOAT32,
            Precision.FP32,
            new TwoPhase());
    assertClose(found, expected, precision == Precision.FP32 ? 1e-5 : 0.02);
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGED", "STAGED_ON_EXTRACTOR"})
  void modulesOfOtherKindsAreRefused(SmallCascade kind) {
    assertThat(MlpBatch.fits(kind.create(1, DType.FLOAT32))).isFalse();
    assertThatThrownBy(
            () ->
                numbers(
                    kind,
                    1,
                    Divergence.FORWARD,
                    0,
                    2,
                    DType.FLOAT32,
                    Precision.FP32,
                    new Batched()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MLPs of one shape");
  }
}
