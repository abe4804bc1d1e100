package io.github.sid4j.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.execution.DataParallel;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.RecordingOptimizer;
import io.github.sid4j.testkit.SmallCascade;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch in shares on threads gives the numbers of the batch, and the same ones again. */
class SharesAgreeTest {
  private static final Objective OBJECTIVE = new Objective(Divergence.FORWARD, 0, 0.8, 0.5, 0.3);

  @BeforeAll
  @BeforeContainer
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  /** Gradients by name, and below "measures" all measures of a step. */
  private static Map<String, double[]> numbers(
      SmallCascade kind, long seed, int samples, Execution execution) {
    Cascade cascade = kind.create(seed, DType.FLOAT64);
    Optimizers optimizers = new Optimizers(cascade, RecordingOptimizer::new, 0);
    Draw draw = new Draw(seed);
    try (Sid sid = new Sid(cascade, OBJECTIVE, optimizers, execution)) {
      StepReport report =
          sid.step(
              kind.input(draw, samples, DType.FLOAT64),
              draw.target(samples, SmallCascade.CLASSES, 0, DType.FLOAT64),
              1);
      Map<String, double[]> numbers = new LinkedHashMap<>(RecordingOptimizer.gradients(optimizers));
      List<Double> measures = new ArrayList<>(List.of(report.loss()));
      for (Measure m : report.modules()) {
        measures.addAll(
            List.of(m.klTarget(), m.klPrevious(), m.loss(), m.floor(), (double) m.correct()));
      }
      numbers.put("measures", measures.stream().mapToDouble(Double::doubleValue).toArray());
      return numbers;
    }
  }

  @Property(tries = 20)
  void withoutBatchNormTheyAreThoseOfSinglePassUpToRounding(
      @ForAll long seed,
      @ForAll SmallCascade kind,
      @ForAll @IntRange(min = 1, max = 7) int samples,
      @ForAll @IntRange(min = 1, max = 4) int shares) {
    // Without a training pass batch norm does not look at the batch.
    try (Scope scope = Scope.open()) {
      Map<String, double[]> expected = numbers(kind, seed, samples, new SinglePass());
      Map<String, double[]> found = numbers(kind, seed, samples, new DataParallel(shares));
      assertThat(found).containsOnlyKeys(expected.keySet());
      expected.forEach(
          (name, values) ->
              assertThat(farthest(found.get(name), values)).as(name).isLessThan(1e-12));
    }
  }

  private static double farthest(double[] found, double[] expected) {
    double farthest = 0;
    for (int i = 0; i < expected.length; i++) {
      farthest = Math.max(farthest, Math.abs(found[i] - expected[i]));
    }
    return farthest;
  }

  /** Every bit that some steps leave: reports, parameters, statistics. */
  private static Map<String, ByteBuffer> bits(
      SmallCascade kind, Precision precision, int samples, Supplier<Execution> execution) {
    Map<String, ByteBuffer> bits = new LinkedHashMap<>();
    try (Scope scope = Scope.open()) {
      Cascade cascade = kind.create(5, DType.FLOAT32).in(precision);
      Optimizers optimizers = new Optimizers(cascade, Adam.adam(0.01), 0.5);
      Draw draw = new Draw(5);
      try (Sid sid = new Sid(cascade, OBJECTIVE, optimizers, execution.get())) {
        for (int step = 0; step < 5; step++) {
          try (Pass training = Pass.training(5, step)) {
            StepReport report =
                sid.step(
                    kind.input(draw, samples, DType.FLOAT32),
                    draw.target(samples, SmallCascade.CLASSES, 0, DType.FLOAT32),
                    0.01);
            bits.put("report " + step, ByteBuffer.wrap(report.toString().getBytes(UTF_8)));
          }
        }
      }
      cascade
          .state()
          .byName()
          .forEach((name, tensor) -> bits.put(name, ByteBuffer.wrap(tensor.toBytes())));
    }
    return bits;
  }

  @ParameterizedTest
  @EnumSource
  void theyAreTheSameAgainAlsoWithBatchNormAndDropout(Precision precision) {
    Map<String, ByteBuffer> once =
        bits(SmallCascade.NORMALISED, precision, 8, () -> new DataParallel(3));
    for (int i = 0; i < 4; i++) {
      assertThat(bits(SmallCascade.NORMALISED, precision, 8, () -> new DataParallel(3)))
          .isEqualTo(once);
    }
    assertThat(bits(SmallCascade.NORMALISED, precision, 8, SinglePass::new)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @EnumSource
  void aSingleShareGivesTheBitsOfSinglePass(SmallCascade kind) {
    assertThat(bits(kind, Precision.FP32, 3, () -> new DataParallel(1)))
        .isEqualTo(bits(kind, Precision.FP32, 3, SinglePass::new));
  }

  @Test
  void statisticsAreLearnedFromTheFirstShareAlone() {
    try (Scope scope = Scope.open()) {
      double[] inShares = statistics(7, new DataParallel(2));
      assertThat(inShares).isEqualTo(statistics(4, new SinglePass()));
      assertThat(inShares).isNotEqualTo(statistics(7, new SinglePass()));
    }
  }

  /** The extractor's running means after the first of some samples. */
  private static double[] statistics(int samples, Execution execution) {
    Cascade cascade = SmallCascade.NORMALISED.create(8, DType.FLOAT64);
    Optimizers optimizers = new Optimizers(cascade, RecordingOptimizer::new, 0);
    Tensor all = SmallCascade.NORMALISED.input(new Draw(8), 7, DType.FLOAT64);
    try (Sid sid = new Sid(cascade, OBJECTIVE, optimizers, execution);
        Pass training = Pass.training(1, 1)) {
      sid.step(
          all.narrowFirst(0, samples),
          new Draw(8).target(samples, SmallCascade.CLASSES, 0, DType.FLOAT64),
          1);
    }
    return cascade.buffers().byName().get("extractor.bn.running_mean").toDoubles();
  }
}
