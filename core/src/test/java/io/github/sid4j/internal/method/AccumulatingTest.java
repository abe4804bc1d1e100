package io.github.sid4j.internal.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.engine.NativeMemory;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.SmallProblem;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.RecordingOptimizer;
import io.github.sid4j.testkit.SmallCascade;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch in parts gives the gradients of the batch. */
@Tag("slow")
class AccumulatingTest {
  private static final double ROUNDING = 1e-12;

  /** A cascade has gradients of 1 MB. */
  private static final int ROUNDS = 32;

  /** Java's compilers take memory of their own meanwhile. */
  private static final long BOUND_BYTES = 12L << 20;

  /** The methods, as functions of what they train. */
  enum Kind {
    SID,
    PIPELINE,
    BACKPROP,
    CHECKPOINTED_BACKPROP,
    DEEP_SUPERVISION;

    Method of(Cascade cascade, Objective objective, Optimizers optimizers) {
      return switch (this) {
        case SID -> new Sid(cascade, objective, optimizers, new SinglePass());
        case PIPELINE ->
            new PipelinedSid(
                cascade,
                objective,
                optimizers,
                Collections.nCopies(Pipeline.stages(cascade).size(), 1));
        case BACKPROP -> new Backprop(cascade, objective, optimizers);
        case CHECKPOINTED_BACKPROP -> new CheckpointedBackprop(cascade, objective, optimizers);
        case DEEP_SUPERVISION -> new DeepSupervision(cascade, objective, optimizers);
      };
    }
  }

  @BeforeAll
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAndMeasuresAreThoseOfTheWholeBatchUpToRounding(Kind kind) {
    for (SmallCascade shape : List.of(SmallCascade.CNN, SmallCascade.STAGED_ON_EXTRACTOR)) {
      for (double clip : new double[] {0, 0.05}) {
        try (Scope scope = Scope.open()) {
          SmallProblem problem = SmallProblem.of(shape, Divergence.FORWARD, 31);
          Function<Optimizers, Method> method =
              optimizers -> kind.of(problem.cascade(), problem.objective(), optimizers);
          List<StepReport> whole = new ArrayList<>();
          Map<String, double[]> expected = problem.gradientsOfParts(1, clip, whole, method);
          List<StepReport> parts = new ArrayList<>();
          Map<String, double[]> found = problem.gradientsOfParts(2, clip, parts, method);
          assertThat(found).containsOnlyKeys(expected.keySet());
          expected.forEach((name, values) -> assertClose(found.get(name), values));
          assertThat(parts).hasSize(1);
          assertClose(numbers(parts.get(0)), numbers(whole.get(0)));
        }
      }
    }
  }

  private static void assertClose(double[] found, double[] expected) {
    assertThat(found).hasSameSizeAs(expected);
    double farthest = 0;
    for (int i = 0; i < expected.length; i++) {
      farthest = Math.max(farthest, Math.abs(found[i] - expected[i]));
    }
    assertThat(farthest).isLessThan(ROUNDING);
    assertThat(Arrays.stream(expected).anyMatch(value -> value != 0)).isTrue();
  }

  private static double[] numbers(StepReport report) {
    List<Double> numbers = new ArrayList<>(List.of(report.loss(), (double) report.samples()));
    for (Measure m : report.modules()) {
      numbers.addAll(
          List.of(m.klTarget(), m.klPrevious(), m.loss(), m.floor(), (double) m.correct()));
    }
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** An extractor that draws as dropout does. */
  private record Drawing(Layer plain, List<Long> drawn) implements Layer {
    @Override
    public Tensor forward(Tensor x) {
      drawn.add(Pass.current().random(7).nextLong());
      return plain.forward(x);
    }

    @Override
    public Parameters parameters() {
      return plain.parameters();
    }
  }

  /** What is computed again draws again. */
  @ParameterizedTest
  @EnumSource(names = "CHECKPOINTED_BACKPROP", mode = EnumSource.Mode.EXCLUDE)
  void everyPartDrawsNumbersOfItsOwn(Kind kind) {
    List<Long> drawn = new ArrayList<>();
    long ofTheStep;
    try (Scope scope = Scope.open();
        Pass training = Pass.training(3, 5)) {
      ofTheStep = training.random(7).nextLong();
      for (int accumulate : new int[] {1, 2, 4}) {
        train(kind, accumulate, drawn);
      }
    }
    assertThat(drawn).hasSize(7).startsWith(ofTheStep);
    assertThat(drawn.subList(0, 3)).doesNotHaveDuplicates();
    assertThat(drawn.subList(3, 7)).doesNotHaveDuplicates().doesNotContain(ofTheStep);
  }

  private static void train(Kind kind, int accumulate, List<Long> drawn) {
    SmallProblem problem = SmallProblem.of(SmallCascade.STAGED_ON_EXTRACTOR, Divergence.FORWARD, 1);
    Cascade drawing =
        new Cascade(
            new Drawing(problem.cascade().extractor(), drawn),
            problem.cascade().modules(),
            SmallCascade.CLASSES);
    problem.gradientsOfParts(
        accumulate,
        0,
        new ArrayList<>(),
        optimizers -> kind.of(drawing, problem.objective(), optimizers));
  }

  @Test
  void batchNormLearnsFromEachPartInTurn() {
    try (Scope scope = Scope.open()) {
      double[] inParts = statistics(List.of(6), 2);
      assertThat(inParts).isEqualTo(statistics(List.of(3, 3), 1));
      assertThat(inParts).isNotEqualTo(statistics(List.of(6), 1));
    }
  }

  /** The extractor's running means after batches that are taken from one row of samples. */
  private static double[] statistics(List<Integer> batches, int accumulate) {
    Cascade cascade = SmallCascade.NORMALISED.create(8, DType.FLOAT64);
    Optimizers optimizers =
        new Optimizers(cascade, RecordingOptimizer::new, RecordingOptimizer::new, 0, accumulate);
    Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, SmallCascade.DEPTH);
    Draw draw = new Draw(8);
    try (Method method =
        new Accumulating(Kind.SID.of(cascade, objective, optimizers), optimizers)) {
      for (int samples : batches) {
        Tensor input = SmallCascade.NORMALISED.input(draw, samples, DType.FLOAT64);
        Target target = Target.of(new int[samples], SmallCascade.CLASSES, 0, DType.FLOAT64);
        try (Pass training = Pass.training(1, 1)) {
          method.take(input, target, 1);
        }
      }
    }
    return cascade.buffers().byName().get("extractor.bn.running_mean").toDoubles();
  }

  @Test
  void aBatchThatCannotBeCutIntoEqualPartsIsRefused() {
    try (Scope scope = Scope.open()) {
      SmallProblem problem = SmallProblem.of(SmallCascade.MLP, Divergence.FORWARD, 1);
      assertThatThrownBy(
              () ->
                  problem.gradientsOfParts(
                      3,
                      0,
                      new ArrayList<>(),
                      o -> Kind.SID.of(problem.cascade(), problem.objective(), o)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a batch is cut into 3 equal parts, found 4 samples");
    }
  }

  /** A batch breaks off in its second part, or is learned from. */
  @ParameterizedTest
  @CsvSource({"SID,false", "SID,true", "BACKPROP,false", "BACKPROP,true"})
  void closingLeavesNothingInNativeMemory(Kind kind, boolean broken) {
    assumeTrue(NativeMemory.inUseBytes().isPresent());
    Initializer init = new Initializer(1, DType.FLOAT32);
    Cascade cascade =
        new Cascade(new Mlp(8, 500, 500, init), List.of(new MlpModule(3, 500, 8, init)), 3);
    Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, 1);
    long before = 0;
    for (int round = 0; round <= ROUNDS; round++) {
      if (round == 1) {
        before = NativeMemory.inUseBytes().getAsLong();
      }
      Optimizers optimizers =
          new Optimizers(cascade, RecordingOptimizer::new, RecordingOptimizer::new, 0, 2);
      try (Scope scope = Scope.open();
          Method plain = kind.of(cascade, objective, optimizers);
          Method method = new Accumulating(broken ? brokenSecond(plain) : plain, optimizers)) {
        Tensor input = new Draw(1).tensor(DType.FLOAT32, 1, 4, 8);
        Target target = Target.of(new int[4], 3, 0, DType.FLOAT32);
        if (broken) {
          assertThatThrownBy(() -> method.take(input, target, 0.01)).hasMessage("sick");
        } else {
          assertThat(method.take(input, target, 0.01)).hasSize(1);
        }
      }
    }
    assertThat(NativeMemory.inUseBytes().getAsLong() - before).isLessThan(BOUND_BYTES);
  }

  private static Method brokenSecond(Method plain) {
    int[] taken = {0};
    return (input, target, learningRate) -> {
      if (taken[0]++ == 1) {
        throw new IllegalStateException("sick");
      }
      return plain.take(input, target, learningRate);
    };
  }
}
