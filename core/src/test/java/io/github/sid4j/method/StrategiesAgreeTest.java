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
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.execution.Threads;
import io.github.sid4j.internal.execution.TwoPhase;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a step is carried out does not change a bit of what it gives; nor does doing it again. */
@Tag("slow")
@net.jqwik.api.Tag("slow") // Its properties.
class StrategiesAgreeTest {
  private static final int STEPS = 3;

  /** What may be used for a part. */
  enum Rule {
    ADAM,
    ADAM_W,
    SGD;

    Optimizer.Factory factory() {
      return switch (this) {
        case ADAM -> Adam.adam(0.01);
        case ADAM_W -> Adam.adamW(0.01);
        case SGD -> Sgd.sgd(0.9, 0.001);
      };
    }
  }

  /** All that decides a run of a few steps, beside the strategy. */
  record Run(
      SmallCascade kind,
      long seed,
      Divergence divergence,
      Rule rule,
      double clip,
      int batch,
      Precision precision) {
    /** Every bit that training left: reports, parameters, buffers, optimizers. */
    Map<String, ByteBuffer> bits(Execution execution) {
      Map<String, ByteBuffer> bits = new LinkedHashMap<>();
      try (Scope scope = Scope.open()) {
        Cascade cascade = kind.create(seed, DType.FLOAT32).in(precision);
        Objective objective =
            new Objective(divergence, divergence == Divergence.REVERSE ? 0.1 : 0, 0.8, 0.5, 0.3);
        Optimizers optimizers = new Optimizers(cascade, rule.factory(), clip);
        try (Sid sid = new Sid(cascade, objective, optimizers, execution)) {
          Draw draw = new Draw(seed);
          for (int step = 0; step < STEPS; step++) {
            Tensor input = kind.input(draw, batch, DType.FLOAT32);
            Target target =
                draw.target(batch, SmallCascade.CLASSES, objective.labelSmoothing(), DType.FLOAT32);
            try (Pass training = Pass.training(seed, step)) {
              StepReport report = sid.step(input, target, 0.01);
              bits.put("report " + step, ByteBuffer.wrap(report.toString().getBytes(UTF_8)));
            }
          }
        }
        add(bits, "", cascade.state().byName());
        optimizers
            .byPart()
            .forEach((part, optimizer) -> add(bits, part, optimizer.state().tensors()));
      }
      return bits;
    }

    private static void add(
        Map<String, ByteBuffer> bits, String prefix, Map<String, Tensor> tensors) {
      tensors.forEach(
          (name, tensor) -> bits.put(prefix + " " + name, ByteBuffer.wrap(tensor.toBytes())));
    }
  }

  @BeforeAll
  @BeforeContainer
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  @Property(tries = 25)
  void allStrategiesGiveTheSameBits(
      @ForAll long seed,
      @ForAll SmallCascade kind,
      @ForAll Divergence divergence,
      @ForAll Rule rule,
      @ForAll boolean clipped,
      @ForAll @IntRange(min = 1, max = 6) int batch,
      @ForAll Precision precision) {
    Run run = new Run(kind, seed, divergence, rule, clipped ? 0.05 : 0, batch, precision);
    Map<String, ByteBuffer> expected = run.bits(new TwoPhase());
    for (Execution other :
        List.of(new SinglePass(), new Threads(1), new Threads(2), new Threads(4))) {
      assertThat(run.bits(other)).as(other.getClass().getSimpleName()).isEqualTo(expected);
    }
  }

  /** Modules without a stage are computed on one core, on any thread. */
  @ParameterizedTest
  @EnumSource(names = {"MLP", "CNN"})
  void theyDoSoWithAnyNumberOfThreads(SmallCascade kind) {
    Run run = new Run(kind, 5, Divergence.FORWARD, Rule.ADAM, 0, 64, Precision.FP32);
    Engine.useThreads(2);
    try {
      Map<String, ByteBuffer> expected = run.bits(new TwoPhase());
      assertThat(run.bits(new SinglePass())).isEqualTo(expected);
      assertThat(run.bits(new Threads(2))).isEqualTo(expected);
      assertThat(Engine.threads()).isEqualTo(2);
    } finally {
      leaveTheCoresToOthers();
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneSeedGivesTheSameBitsAgainAndAnotherOthers(SmallCascade kind) {
    Run run = new Run(kind, 1, Divergence.FORWARD, Rule.ADAM, 1, 4, Precision.FP32);
    Run other = new Run(kind, 2, Divergence.FORWARD, Rule.ADAM, 1, 4, Precision.FP32);
    Map<String, ByteBuffer> bits = run.bits(new SinglePass());
    assertThat(run.bits(new SinglePass())).isEqualTo(bits);
    Map<String, ByteBuffer> otherBits = other.bits(new SinglePass());
    bits.forEach((name, value) -> assertThat(otherBits.get(name)).as(name).isNotEqualTo(value));
  }

  /** Otherwise the strategies would agree about passes in which nothing happens. */
  @Test
  void trainingPassesDropAndLearnStatisticsInTheseRuns() {
    Run run =
        new Run(SmallCascade.NORMALISED, 4, Divergence.FORWARD, Rule.SGD, 0, 4, Precision.FP32);
    Map<String, ByteBuffer> before = new LinkedHashMap<>();
    Run.add(before, "", SmallCascade.NORMALISED.create(4, DType.FLOAT32).buffers().byName());
    Map<String, ByteBuffer> after = run.bits(new SinglePass());
    assertThat(before).hasSize(12);
    before.forEach((name, value) -> assertThat(after.get(name)).as(name).isNotEqualTo(value));
  }

  /** Otherwise the comparison above would compare less than it says. */
  @Test
  void clippingAndDecayDoSomethingInTheseRuns() {
    Run plain = new Run(SmallCascade.MLP, 3, Divergence.FORWARD, Rule.SGD, 0, 4, Precision.FP32);
    Run clipped =
        new Run(SmallCascade.MLP, 3, Divergence.FORWARD, Rule.SGD, 0.05, 4, Precision.FP32);
    assertThat(clipped.bits(new SinglePass())).isNotEqualTo(plain.bits(new SinglePass()));
  }
}
