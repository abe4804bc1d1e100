package io.github.sid4j.internal.baseline.dni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class SyntheticGradientsTest {
  private static NetworkProblem problem(String network, int stages) {
    return NetworkProblem.of(
        DType.FLOAT64,
        new int[] {2, 8, 8},
        "method=dni",
        "network=" + network,
        "stages=" + stages,
        "hidden=6",
        "features=5",
        "module-hidden=12",
        "head-width=3");
  }

  private static SyntheticExtractor extractor(NetworkProblem problem) {
    return (SyntheticExtractor) problem.cascade().extractor();
  }

  /** Lets the predictors predict something. */
  private static NetworkProblem unsettled(NetworkProblem problem) {
    Draw draw = new Draw(9);
    extractor(problem)
        .synthesizers()
        .forEach(
            each ->
                each.parameters()
                    .tensors()
                    .forEach(w -> w.inPlace().copy(draw.tensor(DType.FLOAT64, 0.2, w.shape()))));
    return problem;
  }

  private static Map<String, Tensor> prefixed(String prefix, Parameters parameters) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    parameters.byName().forEach((name, tensor) -> all.put(prefix + name, tensor));
    return all;
  }

  private static Tensor predicted(NetworkProblem problem, int index, Tensor features) {
    return extractor(problem).synthesizers().get(index).forward(features, target(problem));
  }

  private static Tensor target(NetworkProblem problem) {
    return problem.target().distribution();
  }

  @ParameterizedTest
  @CsvSource({"mlp, 2", "simple-cnn, 3"})
  void aPieceFollowsItsSyntheticGradientAndThePredictorWhatIsHandedBack(
      String network, int stages) {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = unsettled(problem(network, stages));
      Map<String, double[]> found = problem.gradients();
      List<Layer> pieces = problem.cascade().extractor().pieces();
      Map<String, Tensor> extractor =
          prefixed("extractor.", problem.cascade().extractor().parameters());
      Tensor read = problem.input();
      for (int i = 0; i + 1 < stages; i++) {
        Layer piece = pieces.get(i);
        Tensor in = read.detach();
        Tensor out = piece.forward(in).detach();
        Tensor synthetic = predicted(problem, i, out).detach();
        Map<String, Tensor> own = new LinkedHashMap<>(extractor);
        own.values().retainAll(piece.parameters().tensors());
        assertThat(own).isNotEmpty();
        Differences.check(
            own,
            found,
            () -> piece.forward(in).times(synthetic).sum().item() / NetworkProblem.BATCH);

        Tensor handedBack = handedBack(problem, pieces, i + 1, out);
        int index = i;
        Differences.check(
            prefixed(
                "extractor.synthesizer%s.".formatted(i + 1),
                extractor(problem).synthesizers().get(i).parameters()),
            found,
            () -> {
              Tensor miss = predicted(problem, index, out).minus(handedBack);
              return miss.times(miss).sum().item() / NetworkProblem.BATCH;
            });
        read = out;
      }
    }
  }

  /** The gradient of each sample's loss on what a piece reads: true for the last piece. */
  private static Tensor handedBack(
      NetworkProblem problem, List<Layer> pieces, int piece, Tensor read) {
    Tensor in = read.detach().requireGradient();
    Tensor out = pieces.get(piece).forward(in);
    if (piece + 1 < pieces.size()) {
      Tensor seed = predicted(problem, piece, out.detach()).detach();
      return Autograd.gradients(out, seed, List.of(in)).get(0);
    }
    Tensor logits = problem.cascade().modules().get(0).logits(null, out);
    Tensor loss =
        Backprop.crossEntropy(Belief.of(logits), problem.target()).times(NetworkProblem.BATCH);
    return Autograd.gradients(loss, Tensor.full(1, DType.FLOAT64), List.of(in)).get(0);
  }

  @Test
  void theLastPieceAndTheClassifierFollowTheTrueGradientAndAtFirstTheOthersNone() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("simple-cnn", 2);
      Map<String, double[]> backprop = problem.backprop();
      Map<String, double[]> found = problem.gradients();
      for (String name :
          List.of("extractor.fc.weight", "extractor.conv4.bias", "module1.fc.bias")) {
        assertThat(found.get(name)).as(name).containsExactly(backprop.get(name), within(1e-14));
      }
      assertThat(found.get("extractor.conv1.bias")).containsOnly(0);
      assertThat(backprop.get("extractor.conv1.bias")).doesNotContain(0);
    }
  }

  @Test
  void onALinearNetworkTheSyntheticGradientBecomesTheTrueOne() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = linear(problem("mlp", 2));
      Parameters predictor = extractor(problem).synthesizers().get(0).parameters();
      Optimizer optimizer = Sgd.sgd(0.9, 0).create(predictor);
      double[] truth = problem.backprop().get("extractor.fc1.weight");
      assertThat(distance(problem.gradients(), truth)).isEqualTo(1);
      double distance = 1;
      for (double bound : new double[] {0.1, 0.01}) {
        for (int step = 0; step < 300; step++) {
          follow(problem.gradients(), predictor, optimizer);
        }
        double before = distance;
        distance = distance(problem.gradients(), truth);
        assertThat(distance).isLessThan(bound).isLessThan(before);
      }
    }
  }

  /** Biases so large that no ReLU of the network is ever 0. */
  private static NetworkProblem linear(NetworkProblem problem) {
    Tensor bias = problem.cascade().parameters().byName().get("extractor.fc1.bias");
    bias.inPlace().copy(Tensor.full(2, DType.FLOAT64));
    return problem;
  }

  /** Lets the predictor alone learn. */
  private static void follow(
      Map<String, double[]> gradients, Parameters predictor, Optimizer optimizer) {
    try (Scope step = Scope.open()) {
      List<Tensor> own =
          predictor.byName().entrySet().stream()
              .map(
                  entry ->
                      Tensor.of(
                          gradients.get("extractor.synthesizer1." + entry.getKey()),
                          entry.getValue().shape()))
              .toList();
      optimizer.step(own, 0.02);
    }
  }

  /** How far the first layer's gradient is from the true one, as a share of that. */
  private static double distance(Map<String, double[]> gradients, double[] truth) {
    double[] found = gradients.get("extractor.fc1.weight");
    double miss = 0;
    double length = 0;
    for (int i = 0; i < truth.length; i++) {
      miss += (found[i] - truth[i]) * (found[i] - truth[i]);
      length += truth[i] * truth[i];
    }
    return Math.sqrt(miss / length);
  }

  @Test
  void aCascadeWithoutPredictorsIsRefused() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem =
          NetworkProblem.of(
              DType.FLOAT32, new int[] {4}, "method=backprop", "topology=whole", "network=mlp");
      Optimizers optimizers = new Optimizers(problem.cascade(), Sgd.sgd(0, 0), 0);
      assertThatThrownBy(
              () -> new SyntheticGradients(problem.cascade(), problem.objective(), optimizers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("predictors");
    }
  }
}
