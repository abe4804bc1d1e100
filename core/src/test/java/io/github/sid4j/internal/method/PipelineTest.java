package io.github.sid4j.internal.method;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.testkit.Draw;
import io.github.sid4j.testkit.SmallCascade;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A batch in each stage gives the bits of one batch after the other. */
@Tag("slow")
@net.jqwik.api.Tag("slow") // Its properties.
class PipelineTest {
  private static final Objective OBJECTIVE = new Objective(Divergence.FORWARD, 0, 0.8, 0.5, 0.3);

  @BeforeAll
  @BeforeContainer
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  private static Method inTurn(Cascade cascade, Optimizers optimizers) {
    return new Sid(cascade, OBJECTIVE, optimizers, new SinglePass());
  }

  private static Method pipelined(Cascade cascade, Optimizers optimizers) {
    List<Integer> threads = Collections.nCopies(Pipeline.stages(cascade).size(), 1);
    return new PipelinedSid(cascade, OBJECTIVE, optimizers, threads);
  }

  /** Every bit that training left: reports, parameters, statistics, optimizers. */
  private static Map<String, ByteBuffer> bits(
      SmallCascade kind,
      long seed,
      int steps,
      int drainAfter,
      int accumulate,
      BiFunction<Cascade, Optimizers, Method> made) {
    Map<String, ByteBuffer> bits = new LinkedHashMap<>();
    try (Scope scope = Scope.open()) {
      Cascade cascade = kind.create(seed, DType.FLOAT32);
      Optimizers optimizers =
          new Optimizers(cascade, Adam.adam(0.01), Adam.adam(0.01), 0.5, accumulate);
      List<StepReport> reports = new ArrayList<>();
      Method plain = made.apply(cascade, optimizers);
      try (Method method = accumulate == 1 ? plain : new Accumulating(plain, optimizers)) {
        Draw draw = new Draw(seed);
        for (int step = 0; step < steps; step++) {
          // As in training, the batch is gone when the call returns.
          try (Scope batch = Scope.open();
              Pass pass = Pass.training(seed, step)) {
            int samples = (2 + step % 3) * accumulate;
            Tensor input = kind.input(draw, samples, DType.FLOAT32);
            reports.addAll(
                method.take(
                    input,
                    draw.target(samples, SmallCascade.CLASSES, 0, DType.FLOAT32),
                    0.01 / (1 + step)));
          }
          if (step == drainAfter) {
            reports.addAll(method.drain());
            assertThat(reports).hasSize(step + 1);
          }
        }
        reports.addAll(method.drain());
      }
      assertThat(reports).hasSize(steps);
      bits.put("reports", ByteBuffer.wrap(reports.toString().getBytes(UTF_8)));
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

  @Property(tries = 25)
  void aPipelineGivesTheBitsOfOneAfterTheOther(
      @ForAll long seed,
      @ForAll SmallCascade kind,
      @ForAll @IntRange(min = 1, max = 9) int steps,
      @ForAll @IntRange(min = 0, max = 8) int drainAfter,
      @ForAll @IntRange(min = 1, max = 3) int accumulate) {
    assertThat(bits(kind, seed, steps, drainAfter, accumulate, PipelineTest::pipelined))
        .isEqualTo(bits(kind, seed, steps, drainAfter, accumulate, PipelineTest::inTurn));
  }

  @Test
  void theFirstErrorIsReportedByTheNextCallAndNothingHangs() {
    try (Scope scope = Scope.open()) {
      Cascade cascade = SmallCascade.STAGED.create(1, DType.FLOAT32);
      Tensor broken = cascade.modules().get(1).parameters().tensors().get(0);
      broken.inPlace().copy(Tensor.full(Double.NaN, DType.FLOAT32, broken.shape()));
      Optimizers optimizers = new Optimizers(cascade, Adam.adam(0), 0);
      try (Method method = pipelined(cascade, optimizers)) {
        Draw draw = new Draw(1);
        assertThatThrownBy(
                () -> {
                  for (int step = 0; step < 20; step++) {
                    method.take(
                        SmallCascade.STAGED.input(draw, 3, DType.FLOAT32),
                        draw.target(3, SmallCascade.CLASSES, 0, DType.FLOAT32),
                        0.01);
                  }
                })
            .isInstanceOf(DivergedException.class)
            .hasMessageStartingWith("module 2 has loss NaN");
        assertThatThrownBy(method::drain).isInstanceOf(DivergedException.class);
      }
    }
  }
}
