package io.github.sid4j.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.execution.Batched;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.execution.Threads;
import io.github.sid4j.internal.execution.TwoPhase;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.optim.Adam;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the authors' algorithm computes is what this computes, in every strategy. */
@Tag("slow")
class GoldenTest {
  private static final Map<String, Supplier<Execution>> STRATEGIES =
      Map.of(
          "two-phase", TwoPhase::new,
          "single-pass", SinglePass::new,
          "threads", () -> new Threads(2),
          "batched", Batched::new);

  static Stream<Arguments> cases() {
    List<Arguments> all = new ArrayList<>();
    for (String name : List.of("sid-forward", "sid-reverse-smoothed")) {
      for (String strategy : STRATEGIES.keySet()) {
        for (DType type : List.of(DType.FLOAT32, DType.FLOAT64)) {
          all.add(arguments(name, strategy, type));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sidHolds(String name, String strategy, DType type) throws IOException {
    GoldenCase golden = GoldenCase.load(name, type);
    GradientSpy spy = new GradientSpy(STRATEGIES.get(strategy).get());
    Optimizers optimizers = new Optimizers(golden.cascade(), Adam.adam(0), 0);
    try (Sid sid = new Sid(golden.cascade(), golden.objective(), optimizers, spy)) {
      for (JsonNode expected : golden.steps()) {
        List<Belief> beliefs = golden.cascade().beliefs(golden.input());
        StepReport report = sid.step(golden.input(), golden.target(), golden.learningRate());

        assertClose(golden, "loss", report.loss(), expected.get("loss"));
        for (int i = 0; i < golden.cascade().depth(); i++) {
          Measure measure = report.modules().get(i);
          assertClose(golden, "fidelity", measure.klTarget(), expected.get("fidelity").get(i));
          assertClose(
              golden, "consistency", measure.klPrevious(), expected.get("consistency").get(i));
          assertBelief(golden, beliefs.get(i), expected.get("beliefs").get(i));
        }
        assertGradients(golden, spy.byName(golden), expected);
        assertParameters(golden, expected);
      }
    }
    assertFinalBeliefs(golden);
  }

  @ParameterizedTest
  @EnumSource(
      value = DType.class,
      names = {"FLOAT32", "FLOAT64"})
  void backpropHolds(DType type) throws IOException {
    GoldenCase golden = GoldenCase.load("backprop", type);
    Optimizers optimizers = new Optimizers(golden.cascade(), Adam.adam(0), 0);
    try (Backprop backprop = new Backprop(golden.cascade(), golden.objective(), optimizers)) {
      for (JsonNode expected : golden.steps()) {
        List<Belief> beliefs = golden.cascade().beliefs(golden.input());
        assertBelief(
            golden, beliefs.get(golden.cascade().depth() - 1), expected.get("beliefs").get(0));
        StepReport report = backprop.step(golden.input(), golden.target(), golden.learningRate());
        assertClose(golden, "loss", report.loss(), expected.get("loss"));
        assertParameters(golden, expected);
      }
    }
    assertFinalBeliefs(golden);
  }

  @Test
  void theCasesAreWhatTheyShouldBe() throws IOException {
    GoldenCase golden = GoldenCase.load("sid-forward", DType.FLOAT64);
    List<String> names = new ArrayList<>();
    golden.file().get("parameters").forEach(p -> names.add(p.get(0).asText()));
    assertThat(golden.cascade().parameters().byName().keySet()).containsExactlyElementsOf(names);
    assertThat(golden.cascade().extractor().parameters().count()).isEqualTo(257_344);
    assertThat(golden.cascade().modules().get(0).parameters().count()).isEqualTo(38_154);
  }

  private static void assertGradients(
      GoldenCase golden, Map<String, double[]> found, JsonNode expected) {
    expected
        .get("grad_l2")
        .properties()
        .forEach(
            entry -> {
              double[] gradient = found.get(entry.getKey());
              double norm = Math.sqrt(Stream.of(gradient).mapToDouble(GoldenTest::squares).sum());
              assertClose(golden, "|grad " + entry.getKey() + "|", norm, entry.getValue());
              JsonNode head = expected.get("grad_head").get(entry.getKey());
              double scale = norm / Math.sqrt((double) gradient.length);
              for (int j = 0; j < head.size(); j++) {
                // An entry near zero among large ones carries the rounding of the large ones.
                assertThat(Math.abs(gradient[j] - head.get(j).asDouble()))
                    .as("grad %s [%d]", entry.getKey(), j)
                    .isLessThanOrEqualTo(
                        golden.tolerance() * Math.max(scale, Math.abs(head.get(j).asDouble())));
              }
            });
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static void assertParameters(GoldenCase golden, JsonNode expected) {
    golden
        .cascade()
        .parameters()
        .byName()
        .forEach(
            (name, tensor) ->
                assertClose(
                    golden,
                    "|" + name + "| after",
                    Math.sqrt(squares(tensor.toDoubles())),
                    expected.get("param_l2_after").get(name)));
  }

  private static void assertFinalBeliefs(GoldenCase golden) {
    List<Belief> beliefs = golden.cascade().beliefs(golden.input());
    for (int i = 0; i < beliefs.size(); i++) {
      assertBelief(golden, beliefs.get(i), golden.file().get("final_beliefs").get(i));
    }
  }

  private static void assertBelief(GoldenCase golden, Belief found, JsonNode expected) {
    double[] values = found.probabilities().toDoubles();
    int k = 0;
    for (JsonNode row : expected) {
      for (JsonNode value : row) {
        assertClose(golden, "belief", values[k++], value);
      }
    }
    assertThat(k).isEqualTo(values.length);
  }

  private static void assertClose(GoldenCase golden, String what, double found, JsonNode expected) {
    double value = expected.asDouble();
    assertThat(Math.abs(found - value))
        .as("%s: expected %s, found %s", what, value, found)
        .isLessThanOrEqualTo(golden.tolerance() * Math.abs(value));
  }

  /** Looks at the gradients on their way to the optimizers. */
  private static final class GradientSpy implements Execution {
    private final Execution inner;
    private final Map<Integer, List<double[]>> byPart = new ConcurrentHashMap<>();

    GradientSpy(Execution inner) {
      this.inner = inner;
    }

    @Override
    public List<Measure> run(
        io.github.sid4j.cascade.Cascade cascade,
        io.github.sid4j.objective.Objective objective,
        Tensor input,
        io.github.sid4j.objective.Target target,
        Updates updates) {
      return inner.run(
          cascade,
          objective,
          input,
          target,
          new Updates() {
            @Override
            public void module(int index, List<Tensor> gradients) {
              byPart.put(index, gradients.stream().map(Tensor::toDoubles).toList());
              updates.module(index, gradients);
            }

            @Override
            public void extractor(List<Tensor> gradients) {
              byPart.put(-1, gradients.stream().map(Tensor::toDoubles).toList());
              updates.extractor(gradients);
            }
          });
    }

    Map<String, double[]> byName(GoldenCase golden) {
      List<double[]> inOrder = new ArrayList<>(byPart.get(-1));
      for (int i = 0; i < golden.cascade().depth(); i++) {
        inOrder.addAll(byPart.get(i));
      }
      Map<String, double[]> named = new ConcurrentHashMap<>();
      int k = 0;
      for (String name : golden.cascade().parameters().byName().keySet()) {
        named.put(name, inOrder.get(k++));
      }
      return named;
    }

    @Override
    public void close() {
      inner.close();
    }
  }
}
