package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.baseline.signals.GridPooling;
import io.github.sid4j.internal.baseline.signals.Projection;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.ConvPooling;
import io.github.sid4j.internal.network.MultiHeadAttention;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.network.PatchEmbedding;
import io.github.sid4j.internal.network.TokenPlaces;
import io.github.sid4j.internal.network.TokenPooling;
import io.github.sid4j.internal.network.TransformerBlock;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of every layer against central differences, in training and in inference. */
class LayerGradientTest {
  private static final boolean IMAGES = false;
  private static final boolean TOKENS = true;

  /** A layer and whether it reads tokens, or else images. */
  record Case(String name, boolean ofTokens, Function<Initializer, Layer> make) {
    long[] shape() {
      return ofTokens ? new long[] {2, 3, 4} : new long[] {2, 3, 5, 4};
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, boolean ofTokens, Function<Initializer, Layer> make) {
    return new Case(name, ofTokens, make);
  }

  static Stream<Case> layers() {
    return Stream.of(
        of("strided convolution", IMAGES, init -> new Conv2d(3, 2, 3, 2, 1, init)),
        of("unbiased convolution", IMAGES, init -> Conv2d.forRelu(3, 2, 1, 2, false, init)),
        of("batch norm", IMAGES, init -> new BatchNorm2d(3, init)),
        of("layer norm", TOKENS, init -> new LayerNorm(4, init)),
        of("relu", TOKENS, init -> Operation.RELU),
        of("gelu", TOKENS, init -> Operation.GELU),
        of("max pool", IMAGES, init -> Operation.MAX_POOL),
        of("global average", IMAGES, init -> Operation.GLOBAL_AVERAGE),
        of("first token", TOKENS, init -> Operation.FIRST_TOKEN),
        of("dropout", IMAGES, init -> new Dropout(0.4, init)),
        of("attention", TOKENS, init -> new MultiHeadAttention(4, 2, init)),
        of("transformer block", TOKENS, init -> new TransformerBlock(4, 2, init)),
        of(
            "patches in places",
            IMAGES,
            init ->
                Sequential.empty()
                    .then("patches", new PatchEmbedding(3, 4, 2, init))
                    .then("places", new TokenPlaces(4, 4, init))),
        of("convolutions before the average", IMAGES, init -> new ConvPooling(3, 2, init)),
        of("average to a grid", IMAGES, init -> new GridPooling(3, 12)),
        of("projection", IMAGES, init -> new Projection(3, true, init)),
        of("attention of the class token", TOKENS, init -> new TokenPooling(4, 2, init)),
        of("residual block", IMAGES, init -> new ResidualBlock(3, 3, 1, init)),
        of("residual block that halves", IMAGES, init -> new ResidualBlock(3, 4, 2, init)));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void gradientsAreThoseOfTheForward(Case layer) {
    Engine.useThreads(1);
    check(layer);
    try (Pass training = Pass.training(1, 2)) {
      check(layer);
    }
  }

  private static void check(Case kind) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(5);
      Layer layer = kind.make.apply(new Initializer(3, DType.FLOAT64));
      Map<String, Tensor> inputs = new LinkedHashMap<>(layer.parameters().byName());
      // Off the first values, where a bias of 0 would hide what it does.
      inputs.values().forEach(w -> moveBy(w, draw.tensor(DType.FLOAT64, 0.5, w.shape())));
      inputs.put("x", draw.tensor(DType.FLOAT64, 1, kind.shape()).requireGradient());
      Tensor y = layer.forward(inputs.get("x"));
      Tensor seed = draw.tensor(DType.FLOAT64, 1, y.shape());
      List<Tensor> gradients = Autograd.gradients(y, seed, new ArrayList<>(inputs.values()));
      Map<String, double[]> byName = new LinkedHashMap<>();
      inputs.keySet().forEach(name -> byName.put(name, gradients.get(byName.size()).toDoubles()));
      assertThat(byName.get("x")).isNotEqualTo(new double[byName.get("x").length]);
      Differences.check(
          inputs, byName, () -> layer.forward(inputs.get("x")).times(seed).sum().item());
    }
  }

  private static void moveBy(Tensor w, Tensor change) {
    try (Autograd.Mode off = Autograd.off()) {
      w.inPlace().plus(change, 1);
    }
  }
}
