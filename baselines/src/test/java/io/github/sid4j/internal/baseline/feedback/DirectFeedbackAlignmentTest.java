package io.github.sid4j.internal.baseline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Layer;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.testkit.Differences;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class DirectFeedbackAlignmentTest {
  private static NetworkProblem problem(String network, DType type) {
    return NetworkProblem.of(
        type,
        new int[] {2, 8, 8},
        "method=direct-feedback-alignment",
        "network=" + network,
        "hidden=6",
        "features=5");
  }

  private static List<Tensor> feedback(NetworkProblem problem) {
    return ((DirectFeedbackExtractor) problem.cascade().extractor()).feedback();
  }

  /** (p - p_y) / B. */
  private static Tensor error(NetworkProblem problem) {
    Tensor p = problem.cascade().beliefs(problem.input()).get(0).probabilities();
    return p.minus(problem.target().distribution()).times(1.0 / NetworkProblem.BATCH);
  }

  @ParameterizedTest
  @CsvSource({"mlp, 2", "simple-cnn, 5", "resnet18, 9"})
  void everyBlockOfANetworkGetsTheErrorByItself(String network, int blocks) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(network, DType.FLOAT32);
      assertThat(problem.cascade().extractor().pieces()).hasSize(blocks);
      assertThat(feedback(problem))
          .hasSize(blocks)
          .allSatisfy(b -> assertThat(b.size(0)).isEqualTo(NetworkProblem.CLASSES))
          .allSatisfy(b -> assertThat(b.requiresGradient()).isFalse());
    }
  }

  @ParameterizedTest
  @CsvSource({"mlp", "simple-cnn"})
  void aBlocksGradientIsThatOfWhatItGivesAlongTheErrorThatItIsSent(String network) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem(network, DType.FLOAT64);
      Map<String, double[]> found = problem.gradients();
      Tensor error = error(problem);
      Tensor h = problem.input();
      Map<String, Tensor> extractor = problem.cascade().extractor().parameters().byName();
      int block = 0;
      for (Layer piece : problem.cascade().extractor().pieces()) {
        Tensor before = h.detach();
        h = piece.forward(before);
        Tensor sent = error.matmul(feedback(problem).get(block++)).reshape(h.shape());
        Map<String, Tensor> moved = new LinkedHashMap<>();
        extractor.forEach(
            (name, tensor) -> {
              if (piece.parameters().tensors().contains(tensor)) {
                moved.put("extractor." + name, tensor);
              }
            });
        assertThat(moved).isNotEmpty();
        Differences.check(moved, found, () -> piece.forward(before).times(sent).sum().item());
      }
    }
  }

  @Test
  void theClassifierLearnsFromTheErrorItselfAsInBackpropagation() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp", DType.FLOAT64);
      assertThat(problem.gradients().get("module1.fc.weight"))
          .containsExactly(problem.backprop().get("module1.fc.weight"), within(1e-14));
    }
  }

  @Test
  void withTheClassifiersWeightsAsItsMatrixTheLastBlockFollowsBackpropagation() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp", DType.FLOAT64);
      Map<String, double[]> random = problem.gradients();
      Tensor weights = problem.cascade().parameters().byName().get("module1.fc.weight");
      feedback(problem).get(1).inPlace().copy(weights);
      Map<String, double[]> found = problem.gradients();
      Map<String, double[]> backprop = problem.backprop();
      assertThat(found.get("extractor.fc2.weight"))
          .containsExactly(backprop.get("extractor.fc2.weight"), within(1e-14));
      assertThat(found.get("extractor.fc1.weight")).isEqualTo(random.get("extractor.fc1.weight"));
    }
  }

  @Test
  void aBlockThatIsSentNothingLearnsNothingAndTheOthersAsBefore() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("simple-cnn", DType.FLOAT32);
      Map<String, double[]> expected = problem.gradients();
      Tensor matrix = feedback(problem).get(2);
      matrix.inPlace().copy(matrix.zerosLike());
      problem
          .gradients()
          .forEach(
              (name, values) -> {
                boolean third = name.startsWith("extractor.conv3.");
                double[] zeros = new double[values.length];
                assertThat(Arrays.equals(values, third ? zeros : expected.get(name)))
                    .as(name)
                    .isTrue();
              });
    }
  }

  @Test
  void theMatricesNeverChange() {
    try (Scope scope = Scope.open()) {
      NetworkProblem plain = problem("mlp", DType.FLOAT32);
      NetworkProblem problem = plain.with(plain.cascade().in(Precision.BF16));
      List<String> before = texts(feedback(plain));
      Optimizers optimizers = new Optimizers(problem.cascade(), Sgd.sgd(0.9, 0.1), 0);
      for (int step = 0; step < 3; step++) {
        new DirectFeedbackAlignment(problem.cascade(), problem.objective(), optimizers)
            .step(problem.input(), problem.target(), 0.1);
      }
      assertThat(texts(feedback(plain))).isEqualTo(before);
      assertThat(problem.cascade().buffers().byName())
          .containsKeys("extractor.feedback.1", "extractor.feedback.2");
    }
  }

  private static List<String> texts(List<Tensor> tensors) {
    return tensors.stream().map(tensor -> Arrays.toString(tensor.toBytes())).toList();
  }

  @Test
  void aCascadeWithoutMatricesIsRefused() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem =
          NetworkProblem.of(
              DType.FLOAT32, new int[] {4}, "method=backprop", "topology=whole", "network=mlp");
      Optimizers optimizers = new Optimizers(problem.cascade(), Sgd.sgd(0, 0), 0);
      assertThatThrownBy(
              () -> new DirectFeedbackAlignment(problem.cascade(), problem.objective(), optimizers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("direct feedback");
    }
  }
}
