package io.github.sid4j.internal.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import io.github.sid4j.network.Stage;
import io.github.sid4j.testkit.Differences;
import io.github.sid4j.testkit.Draw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextNetworkTest {
  private static final int TOKENS = 7;
  private static final int PAD = TOKENS;

  /** Of two texts the second ends in padding. */
  private static final double[] IDS = {1, 5, 0, 6, 2, 3, 4, PAD, PAD, PAD};

  private static final int LENGTH = 5;

  /** Networks of texts, of small layers. */
  enum Kind {
    CNN(
        init ->
            new Backbone(
                List.of(
                    new Block(
                        Sequential.empty()
                            .then("embed", new TokenEmbedding(TOKENS, 3, 0.5, init))
                            .then("conv3", new TextConvolution(3, 3, 4, init)),
                        4,
                        1),
                    new Block(
                        Sequential.empty().then("conv4", new TextConvolution(3, 4, 2, init)),
                        6,
                        1)),
                new LargestFound(3))),
    TRANSFORMER(init -> new TextTransformer(TOKENS, 4, 2, 0).of(new int[] {8}, init)),
    POOLED(
        init ->
            new Backbone(
                List.of(
                    new Block(
                        Sequential.empty()
                            .then("embed", new TokenEmbedding(TOKENS, 4, 0.5, init))
                            .then("pooling", new TextPooling(4, 2, init)),
                        8,
                        1)),
                Operation.IDENTITY));

    // What the function captures is nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Initializer, Backbone> make;

    Kind(Function<Initializer, Backbone> make) {
      this.make = make;
    }
  }

  @BeforeEach
  void onOneThread() {
    Engine.useThreads(1);
  }

  private static Tensor ids(DType type, double[] ids, int length) {
    return Tensor.of(ids, ids.length / length, length).to(type);
  }

  @ParameterizedTest
  @EnumSource
  void gradientsAreThoseOfTheForward(Kind kind) {
    try (Scope scope = Scope.open()) {
      Draw draw = new Draw(5);
      Layer network = kind.make.apply(new Initializer(3, DType.FLOAT64)).whole();
      Map<String, Tensor> inputs = new LinkedHashMap<>(network.parameters().byName());
      try (Autograd.Mode off = Autograd.off()) {
        inputs
            .values()
            .forEach(w -> w.inPlace().plus(draw.tensor(DType.FLOAT64, 0.5, w.shape()), 1));
      }
      Tensor ids = ids(DType.FLOAT64, IDS, LENGTH);
      Tensor y = network.forward(ids);
      Tensor seed = draw.tensor(DType.FLOAT64, 1, y.shape());
      List<Tensor> gradients = Autograd.gradients(y, seed, new ArrayList<>(inputs.values()));
      Map<String, double[]> byName = new LinkedHashMap<>();
      inputs.keySet().forEach(name -> byName.put(name, gradients.get(byName.size()).toDoubles()));
      Differences.check(inputs, byName, () -> network.forward(ids).times(seed).sum().item());
    }
  }

  @ParameterizedTest
  @EnumSource
  void moreOrLessPaddingChangesNothing(Kind kind) {
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      Layer network = kind.make.apply(new Initializer(3, DType.FLOAT32)).whole();
      float[] bare = network.forward(ids(DType.FLOAT32, new double[] {3, 4}, 2)).toFloats();
      float[] padded =
          network
              .forward(ids(DType.FLOAT32, new double[] {3, 4, PAD, PAD, PAD, PAD, PAD}, 7))
              .toFloats();
      float[] other = network.forward(ids(DType.FLOAT32, new double[] {3, 5}, 2)).toFloats();
      assertThat(padded).containsExactly(bare, within(1e-6f));
      assertThat(other).isNotEqualTo(bare);
      assertThat(network.forward(ids(DType.FLOAT32, new double[] {PAD, PAD}, 2)).isFinite())
          .isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CNN", "TRANSFORMER"})
  void stagesOneAfterTheOtherGiveTheWhole(Kind kind) {
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      Backbone backbone = kind.make.apply(new Initializer(3, DType.FLOAT32));
      Tensor x = ids(DType.FLOAT32, IDS, LENGTH);
      Tensor whole = backbone.whole().forward(x);
      for (Stage stage : backbone.stages(2)) {
        x = stage.forward(x);
        assertThat(stage.pooling().forward(x).shape()).containsExactly(2, stage.width());
      }
      assertThat(backbone.pooling().forward(x).toFloats()).isEqualTo(whole.toFloats());
    }
  }
}
