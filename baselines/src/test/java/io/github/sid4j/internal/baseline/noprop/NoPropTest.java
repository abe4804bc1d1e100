package io.github.sid4j.internal.baseline.noprop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.testkit.Differences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both kinds of NoProp: modules that learn by themselves to take noise from labels. */
class NoPropTest {
  private static NetworkProblem problem(String method, String network) {
    return NetworkProblem.of(
        DType.FLOAT64,
        new int[] {2, 8, 8},
        "method=" + method,
        "network=" + network,
        "modules=2",
        "hidden=6",
        "features=5",
        "module-hidden=7");
  }

  /** Locally taken, the gradients are still those of the one loss that the paper minimises. */
  @ParameterizedTest
  @ValueSource(strings = {"noprop", "noprop-simplified"})
  void theGradientsOfAllPartsAreThoseOfTheSumOfTheirLosses(String method) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(method, "mlp");
      Map<String, Tensor> parameters = problem.cascade().parameters().byName();
      Differences.check(parameters, problem.gradients(), () -> problem.report().loss());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"noprop", "noprop-simplified"})
  void aModuleLearnsTheSameWhateverTheOthersAre(String method) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(method, "mlp");
      Map<String, double[]> expected = problem.gradients();
      problem
          .cascade()
          .modules()
          .get(1)
          .parameters()
          .tensors()
          .forEach(tensor -> tensor.inPlace().copy(tensor.times(2).detach()));
      Map<String, double[]> found = problem.gradients();
      found.forEach(
          (name, values) -> {
            if (!name.startsWith("extractor.")) {
              assertThat(Arrays.equals(values, expected.get(name)))
                  .as(name)
                  .isEqualTo(!name.startsWith("module2."));
            }
          });
    }
  }

  /** And not by the noisy labels that they learn from, which would give the answer away. */
  @ParameterizedTest
  @ValueSource(strings = {"noprop", "noprop-simplified"})
  void modulesAreMeasuredInTrainingAsTheyInfer(String method) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(method, "mlp");
      List<Belief> beliefs = new ArrayList<>();
      beliefs.add(problem.cascade().firstBelief(problem.input()));
      beliefs.addAll(problem.cascade().beliefs(problem.input()));
      assertThat(problem.report().modules())
          .isEqualTo(problem.objective().measures(beliefs, problem.target()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"noprop", "noprop-simplified"})
  void aPredictionDependsOnItsSampleAlone(String method) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(method, "simple-cnn");
      double[] all = last(problem, problem.input());
      double[] third = last(problem, problem.input().narrowFirst(2, 1));
      int classes = NetworkProblem.CLASSES;
      assertThat(third)
          .containsExactly(Arrays.copyOfRange(all, 2 * classes, 3 * classes), within(1e-12));
    }
  }

  private static double[] last(NetworkProblem problem, Tensor input) {
    List<Belief> beliefs = problem.cascade().beliefs(input);
    return beliefs.get(beliefs.size() - 1).probabilities().toDoubles();
  }

  @Test
  void blocksBeginWithOneHotEmbeddingsAndSeeTheSampleByThemselves() {
    Map<String, Tensor> parameters = problem("noprop", "mlp").cascade().parameters().byName();
    assertThat(parameters.get("extractor.embeddings").toDoubles())
        .containsExactly(1, 0, 0, 0, 1, 0, 0, 0, 1);
    assertThat(parameters)
        .containsKeys("module1.extractor.fc1.weight", "module2.extractor.fc1.weight");
  }
}
