package io.github.sid4j.network;

import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.BottleneckBlock;
import io.github.sid4j.internal.network.CategoryVectors;
import io.github.sid4j.internal.network.ConstantScale;
import io.github.sid4j.internal.network.ConvPooling;
import io.github.sid4j.internal.network.FrozenNorms;
import io.github.sid4j.internal.network.InputPlace;
import io.github.sid4j.internal.network.InvertedResidual;
import io.github.sid4j.internal.network.JoinedInputs;
import io.github.sid4j.internal.network.MultiHeadAttention;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.network.PatchEmbedding;
import io.github.sid4j.internal.network.PatchWhitening;
import io.github.sid4j.internal.network.PeriodicNumbers;
import io.github.sid4j.internal.network.TableEmbedding;
import io.github.sid4j.internal.network.TableFields;
import io.github.sid4j.internal.network.TableResidual;
import io.github.sid4j.internal.network.TokenPlaces;
import io.github.sid4j.internal.network.TokenPooling;
import io.github.sid4j.internal.network.TransformerBlock;
import io.github.sid4j.testkit.LayerGradients;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gradients of every layer against central differences, in training and in inference. */
class LayerGradientTest {
  private static final Read IMAGES = Read.IMAGES;
  private static final Read TOKENS = Read.TOKENS;
  private static final Read ROWS = Read.ROWS;

  /** What a layer reads. */
  enum Read {
    IMAGES,
    TOKENS,
    ROWS
  }

  /** A layer and what it reads. */
  record Case(String name, Read read, Function<Initializer, Layer> make) {
    long[] shape() {
      return switch (read) {
        case IMAGES -> new long[] {2, 3, 5, 4};
        case TOKENS -> new long[] {2, 3, 4};
        case ROWS -> new long[] {3, 7};
      };
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Case of(String name, Read read, Function<Initializer, Layer> make) {
    return new Case(name, read, make);
  }

  static Stream<Case> layers() {
    return Stream.of(
        of("strided convolution", IMAGES, init -> new Conv2d(3, 2, 3, 2, 1, init)),
        of("unbiased convolution", IMAGES, init -> Conv2d.forRelu(3, 2, 1, 2, false, init)),
        of("depthwise convolution", IMAGES, init -> Conv2d.depthwise(3, 3, 1, init)),
        of("convolution padded on one side", IMAGES, init -> Conv2d.same(3, 2, 3, 2, init)),
        of("wide depthwise convolution", IMAGES, init -> Conv2d.depthwise(3, 5, 2, init)),
        of("batch norm", IMAGES, init -> new BatchNorm2d(3, init)),
        of("batch norm of another epsilon", IMAGES, init -> new BatchNorm2d(3, 0.3, init)),
        of("fixed batch norm", IMAGES, LayerGradientTest::fixedNorm),
        of("shifting batch norm", IMAGES, init -> BatchNorm2d.shifting(3, 0.4, init)),
        of("whitening of patches", IMAGES, init -> new PatchWhitening(3, 2, init)),
        of(
            "convolution that hands on",
            IMAGES,
            init -> new Conv2d(init.identityKernels(4, 3, 3), null, 1, 1)),
        of("global maximum", IMAGES, init -> Operation.GLOBAL_MAX),
        of("scale", TOKENS, init -> new ConstantScale(0.3)),
        of("layer norm", TOKENS, init -> new LayerNorm(4, init)),
        of("relu", TOKENS, init -> Operation.RELU),
        of(
            "relu6",
            IMAGES,
            init ->
                Sequential.empty()
                    .then("norm", new BatchNorm2d(3, init))
                    .then("scale", new BatchNorm2d(3, 1e-3, init))
                    .then("relu6", Operation.RELU6_IN_PLACE)),
        of("gelu", TOKENS, init -> Operation.GELU),
        of("max pool", IMAGES, init -> Operation.MAX_POOL),
        of("max pool 3x3", IMAGES, init -> Operation.MAX_POOL_3X3),
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
        of("attention of the class token", TOKENS, init -> new TokenPooling(4, 2, init)),
        of("residual block", IMAGES, init -> new ResidualBlock(3, 3, 1, init)),
        of("residual block that halves", IMAGES, init -> new ResidualBlock(3, 4, 2, init)),
        of("bottleneck", IMAGES, init -> new BottleneckBlock(3, 2, 2, init)),
        of("periodic numbers", ROWS, init -> new PeriodicNumbers(7, 3, 2, 0.3, init)),
        of("joined inputs", ROWS, LayerGradientTest::joined),
        of("vectors of categories", ROWS, init -> new CategoryVectors(7, 3, init)),
        of(
            "fields of a table",
            ROWS,
            init ->
                new TableEmbedding(
                    TableFields.of(List.of("number-1", "category-3", "number-2", "plain-1")),
                    2,
                    2,
                    0.3,
                    init)),
        of("residual block of a table", ROWS, init -> new TableResidual(7, 0.3, init)),
        of("inverted", IMAGES, init -> new InvertedResidual(3, 3, 2, 3, 1, 1e-3, init)),
        of(
            "inverted, no widening",
            IMAGES,
            init -> new InvertedResidual(3, 2, 1, 5, 2, 0.1, init)));
  }

  private static Layer fixedNorm(Initializer init) {
    Layer row =
        Sequential.empty()
            .then("conv", new Conv2d(3, 2, 3, init))
            .then("norm", new BatchNorm2d(2, 0.3, init));
    FrozenNorms.freeze(row);
    return row;
  }

  @ParameterizedTest
  @MethodSource("layers")
  void gradientsAreThoseOfTheForward(Case layer) {
    Engine.useThreads(1);
    LayerGradients.check(layer.make, layer.shape());
    try (Pass training = Pass.training(1, 2)) {
      LayerGradients.check(layer.make, layer.shape());
    }
  }

  private static Layer joined(Initializer init) {
    return new JoinedInputs(
        List.of(
            new JoinedInputs.Input(new InputPlace(0, List.of(2), 0), new Linear(2, 2, init)),
            new JoinedInputs.Input(
                new InputPlace(3, List.of(1, 1, 3), 0),
                Sequential.empty()
                    .then("flat", new Flatten(3))
                    .then("fc", new Linear(3, 2, init)))));
  }
}
