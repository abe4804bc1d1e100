package io.github.sid4j.internal.baseline.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.baseline.NetworkProblem;
import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.network.PatchEmbedding;
import io.github.sid4j.internal.network.TokenPlaces;
import io.github.sid4j.internal.network.TransformerBlock;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.optim.Sgd;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackAlignmentTest {
  private static NetworkProblem problem(String network, DType type, int side) {
    return NetworkProblem.of(
        type,
        new int[] {3, side, side},
        "method=feedback-alignment",
        "network=" + network,
        "hidden=6",
        "features=5");
  }

  /** Puts the weights themselves in the place of the feedback. */
  private static void align(Cascade cascade) {
    FeedbackExtractor extractor = (FeedbackExtractor) cascade.extractor();
    for (int i = 0; i < extractor.weights().size(); i++) {
      extractor.feedback().get(i).inPlace().copy(extractor.weights().get(i));
    }
  }

  private static NetworkProblem problem(String network) {
    return switch (network) {
      case "residual" -> made(FeedbackAlignmentTest::residual);
      case "transformer" -> made(FeedbackAlignmentTest::transformer);
      default -> problem(network, DType.FLOAT32, 8);
    };
  }

  private static NetworkProblem made(Function<Initializer, Layer> network) {
    Initializer init = new Initializer(5, DType.FLOAT32);
    return problem("mlp", DType.FLOAT32, 8)
        .with(FeedbackExtractor.of(whole(network, init), whole(network, init)));
  }

  private static Cascade whole(Function<Initializer, Layer> network, Initializer init) {
    ClassifierModule classifier = new ClassifierModule(NetworkProblem.CLASSES, 6, init);
    return new Cascade(network.apply(init), List.of(classifier), NetworkProblem.CLASSES);
  }

  private static Layer residual(Initializer init) {
    return Sequential.empty()
        .then("conv", new Conv2d(3, 4, 3, init))
        .then("bn", new BatchNorm2d(4, init))
        .then("relu", Operation.RELU_IN_PLACE)
        .then("block", new ResidualBlock(4, 6, 2, init))
        .then("pool", Operation.GLOBAL_AVERAGE);
  }

  private static Layer transformer(Initializer init) {
    return Sequential.empty()
        .then("patches", new PatchEmbedding(3, 6, 4, init))
        .then("tokens", new TokenPlaces(4, 6, init))
        .then("block", new TransformerBlock(6, 2, init))
        .then("first", Operation.FIRST_TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "mlp, FP32",
    "mlp, BF16",
    "simple-cnn, FP32",
    "simple-cnn, BF16",
    "residual, FP32",
    "residual, BF16",
    "transformer, FP32",
    "transformer, BF16"
  })
  void throughTheWeightsThemselvesItIsBackpropagationToTheBit(String network, Precision precision) {
    try (Scope scope = Scope.open();
        Pass training = Pass.training(1, 2);
        Pass teaching = Pass.teaching()) {
      NetworkProblem plain = problem(network);
      NetworkProblem problem = plain.with(plain.cascade().in(precision));
      Map<String, double[]> backprop = problem.backprop();
      Map<String, double[]> random = problem.gradients();
      align(plain.cascade());
      Map<String, double[]> aligned = problem.gradients();
      for (String name : aligned.keySet()) {
        assertThat(Arrays.equals(aligned.get(name), backprop.get(name))).as(name).isTrue();
        // The error at the classifier is the same, whatever it is handed back through.
        assertThat(Arrays.equals(random.get(name), backprop.get(name)))
            .as(name)
            .isEqualTo(name.startsWith("module1."));
      }
    }
  }

  /** A product with weights. */
  private interface Product {
    Tensor of(Tensor x, Tensor weight, Tensor bias);

    /** Its value is that of the weights, its gradient on x that of the feedback. */
    default Tensor through(Tensor feedback, Tensor x, Tensor weight, Tensor bias) {
      Tensor y = of(x.detach(), weight, bias);
      if (feedback == null) {
        return y;
      }
      Tensor back = of(x, feedback, null);
      return y.plus(back.minus(back.detach()));
    }
  }

  @Test
  void errorsAreHandedBackThroughTheFeedbackInEveryLayer() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("simple-cnn", DType.FLOAT64, 8);
      Map<String, Tensor> w = problem.cascade().parameters().byName();
      Map<String, Tensor> b = problem.cascade().buffers().byName();
      Tensor h = problem.input();
      for (int i = 1; i <= 4; i++) {
        Product convolution = Functional::conv2d;
        String name = "extractor.conv%s.".formatted(i);
        h =
            convolution.through(
                b.get(feedback(name)), h, w.get(name + "weight"), w.get(name + "bias"));
        h = Functional.relu(i % 2 == 0 ? Functional.maxPool2x2(h) : h);
      }
      h = Functional.globalAveragePool(h);
      for (String name : new String[] {"extractor.fc.", "module1.fc."}) {
        Product linear = Functional::linear;
        h = linear.through(b.get(feedback(name)), h, w.get(name + "weight"), w.get(name + "bias"));
      }
      Tensor loss = Backprop.crossEntropy(Belief.of(h), problem.target());
      List<Tensor> expected =
          Autograd.gradients(
              loss, Tensor.full(1, DType.FLOAT64), problem.cascade().parameters().tensors());
      Map<String, double[]> found = problem.gradients();
      int k = 0;
      for (String name : w.keySet()) {
        double[] values = expected.get(k++).toDoubles();
        for (int j = 0; j < values.length; j += 1 + values.length / 50) {
          assertThat(found.get(name)[j]).as(name).isCloseTo(values[j], within(1e-12));
        }
      }
    }
  }

  private static String feedback(String layer) {
    return "extractor.feedback." + layer + "weight";
  }

  @Test
  void feedbackNeverChangesAndTheWeightsDo() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp", DType.FLOAT32, 4);
      Map<String, ByteBuffer> feedback = bits(problem.cascade().buffers().byName());
      Map<String, ByteBuffer> weights = bits(problem.cascade().parameters().byName());
      assertThat(feedback).hasSize(2);
      Optimizers optimizers = new Optimizers(problem.cascade(), Sgd.sgd(0.9, 0.1), 0);
      for (int step = 0; step < 3; step++) {
        new FeedbackAlignment(problem.cascade(), problem.objective(), optimizers)
            .step(problem.input(), problem.target(), 0.1);
      }
      assertThat(bits(problem.cascade().buffers().byName())).isEqualTo(feedback);
      bits(problem.cascade().parameters().byName())
          .forEach((name, after) -> assertThat(after).as(name).isNotEqualTo(weights.get(name)));
    }
  }

  private static Map<String, ByteBuffer> bits(Map<String, Tensor> tensors) {
    return tensors.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> ByteBuffer.wrap(entry.getValue().toBytes()),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  @Test
  void aStepThatFailsLeavesTheWeightsAsTheyWere() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem = problem("mlp", DType.FLOAT32, 4);
      Map<String, ByteBuffer> weights = bits(problem.cascade().parameters().byName());
      Optimizers optimizers = new Optimizers(problem.cascade(), Sgd.sgd(0, 0), 0);
      FeedbackAlignment method =
          new FeedbackAlignment(problem.cascade(), problem.objective(), optimizers);
      Tensor wrong = Tensor.full(1, DType.FLOAT32, 2, 3);
      assertThatThrownBy(() -> method.step(wrong, problem.target(), 1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(bits(problem.cascade().parameters().byName())).isEqualTo(weights);
    }
  }

  @Test
  void aCascadeWithoutFeedbackIsRefused() {
    try (Scope scope = Scope.open()) {
      NetworkProblem problem =
          NetworkProblem.of(
              DType.FLOAT32, new int[] {4}, "method=backprop", "topology=whole", "network=mlp");
      Optimizers optimizers = new Optimizers(problem.cascade(), Sgd.sgd(0, 0), 0);
      assertThatThrownBy(
              () -> new FeedbackAlignment(problem.cascade(), problem.objective(), optimizers))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("feedback");
    }
  }
}
