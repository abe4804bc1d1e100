package io.github.sid4j.internal.baseline.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.objective.Similarity;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each stage follows the two losses of its own features, and nothing else. */
class LocalSignalsTest {
  private static final int[] IMAGE = {2, 8, 8};

  private static NetworkProblem problem(String network, double beta) {
    NetworkProblem made =
        NetworkProblem.of(
            DType.FLOAT64,
            IMAGE,
            "method=local-signals",
            "network=" + network,
            "stages=3",
            "hidden=6",
            "features=5",
            "similarity=" + beta);
    // Classifiers begin at 0, where the loss of prediction does not reach the features.
    Draw draw = new Draw(8);
    made.cascade()
        .parameters()
        .byName()
        .forEach(
            (name, tensor) -> {
              if (name.contains(".head.")) {
                tensor.inPlace().copy(draw.tensor(DType.FLOAT64, 0.3, tensor.shape()));
              }
            });
    return made;
  }

  @ParameterizedTest
  @CsvSource({"mlp, 0.99", "mlp, 0", "simple-cnn, 0.6"})
  void aStagesGradientIsThatOfItsOwnLossAlone(String network, double beta) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(network, beta);
      Map<String, double[]> found = problem.gradients();
      Tensor h = problem.input();
      for (int i = 0; i < problem.cascade().depth(); i++) {
        BeliefModule module = problem.cascade().modules().get(i);
        Tensor before = h.detach();
        String prefix = "module" + (i + 1) + ".";
        Map<String, Tensor> moved =
            module.parameters().byName().entrySet().stream()
                .collect(Collectors.toMap(e -> prefix + e.getKey(), Map.Entry::getValue));
        Differences.check(moved, found, () -> loss(problem, module, before, beta));
        h = module.advance(before);
      }
    }
  }

  private static double loss(
      NetworkProblem problem, BeliefModule module, Tensor before, double beta) {
    Tensor features = module.advance(before);
    Belief p = Belief.of(module.logits(null, features));
    double prediction = Backprop.crossEntropy(p, problem.target()).item();
    double similarity =
        beta == 0
            ? 0
            : Similarity.loss(((SimilarityModule) module).compared(features), problem.target())
                .item();
    return (1 - beta) * prediction + beta * similarity;
  }

  @Test
  void whatIsBehindAStageMakesNoDifferenceToIt() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp", 0.99);
      Map<String, double[]> expected = problem.gradients();
      problem
          .cascade()
          .modules()
          .get(2)
          .parameters()
          .tensors()
          .forEach(tensor -> tensor.inPlace().copy(Tensor.full(3, DType.FLOAT64)));
      problem
          .gradients()
          .forEach(
              (name, values) ->
                  assertThat(Arrays.equals(values, expected.get(name)))
                      .as(name)
                      .isEqualTo(!name.startsWith("module3.")));
    }
  }

  @Test
  void withPredictionAloneNothingIsCompared() {
    try (Scope scope = Scope.open()) {
      assertThat(problem("mlp", 0).cascade().parameters().byName().keySet())
          .noneMatch(name -> name.contains("projection"));
      assertThat(problem("mlp", 0.5).cascade().parameters().byName().keySet())
          .contains("module1.projection.weight", "module3.projection.weight");
    }
  }
}
