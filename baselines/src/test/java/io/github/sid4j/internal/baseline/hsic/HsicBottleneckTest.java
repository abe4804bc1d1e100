package io.github.sid4j.internal.baseline.hsic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.network.Layer;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Target;
import io.github.sid4j.testkit.Differences;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each block follows the criterion of its own features, and the classifier the cross-entropy. */
class HsicBottleneckTest {
  private static final double BETA = 3;
  private static final double SIGMA = 0.3;

  private static NetworkProblem problem(String network) {
    return NetworkProblem.of(
        DType.FLOAT64,
        new int[] {2, 8, 8},
        "method=hsic",
        "network=" + network,
        "hidden=6",
        "features=5",
        "hsic-beta=" + BETA,
        "hsic-sigma=" + SIGMA);
  }

  private static double criterion(NetworkProblem problem, Tensor features) {
    Hsic hsic = new Hsic(SIGMA);
    Tensor kernel = hsic.kernel(features);
    return Hsic.dependence(kernel, hsic.kernel(problem.input())).item()
        - BETA * Hsic.dependence(kernel, hsic.kernel(problem.target().distribution())).item();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mlp", "simple-cnn"})
  void aBlocksGradientIsThatOfItsOwnCriterion(String network) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(network);
      Map<String, double[]> found = problem.gradients();
      Tensor h = problem.input();
      for (Layer piece : problem.cascade().extractor().pieces()) {
        Tensor before = h.detach();
        Map<String, Tensor> own = new LinkedHashMap<>(problem.cascade().parameters().byName());
        own.values().retainAll(piece.parameters().tensors());
        assertThat(own).hasSize(2);
        Differences.check(own, found, () -> criterion(problem, piece.forward(before)));
        h = piece.forward(before);
      }
      Tensor last = h.detach();
      Map<String, Tensor> classifier = new LinkedHashMap<>(problem.cascade().parameters().byName());
      classifier.keySet().removeIf(name -> !name.startsWith("module1."));
      Differences.check(
          classifier,
          found,
          () ->
              Backprop.crossEntropy(
                      Belief.of(problem.cascade().modules().get(0).logits(null, last)),
                      problem.target())
                  .item());
    }
  }

  @Test
  void whatIsBehindABlockMakesNoDifferenceToIt() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp");
      Map<String, double[]> expected = problem.gradients();
      Tensor second = problem.cascade().parameters().byName().get("extractor.fc2.weight");
      second.inPlace().copy(second.times(2));
      Map<String, double[]> found = problem.gradients();
      assertThat(found.get("extractor.fc1.weight")).isEqualTo(expected.get("extractor.fc1.weight"));
      assertThat(found.get("extractor.fc2.weight"))
          .isNotEqualTo(expected.get("extractor.fc2.weight"));
    }
  }

  @Test
  void aBlockSeesWhichLabelsAreAlikeAndNotWhichTheyAre() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp");
      NetworkProblem one = problem.with(Target.of(new int[] {0, 1, 2, 1, 0}, 3, 0, DType.FLOAT64));
      NetworkProblem renamed =
          problem.with(Target.of(new int[] {2, 0, 1, 0, 2}, 3, 0, DType.FLOAT64));
      Map<String, double[]> other = renamed.gradients();
      one.gradients()
          .forEach(
              (name, values) -> {
                boolean same = distance(values, other.get(name)) < 1e-9;
                assertThat(same).as(name).isEqualTo(!name.startsWith("module1."));
              });
    }
  }

  private static double distance(double[] one, double[] other) {
    return IntStream.range(0, one.length)
        .mapToDouble(i -> Math.abs(one[i] - other[i]))
        .max()
        .orElse(0);
  }

  @Test
  void featuresThatHaveLeftTheNumbersEndTheRun() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp");
      Tensor bias = problem.cascade().parameters().byName().get("extractor.fc1.bias");
      bias.inPlace().copy(Tensor.full(Double.NaN, DType.FLOAT64));
      assertThatThrownBy(problem::gradients)
          .isInstanceOf(DivergedException.class)
          .hasMessageStartingWith("extractor has features that are not finite");
    }
  }
}
