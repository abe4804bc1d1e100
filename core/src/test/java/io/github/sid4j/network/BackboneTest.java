package io.github.sid4j.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.network.EfficientNetLite0;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.internal.network.ResNet18;
import io.github.sid4j.internal.network.SimpleCnn;
import io.github.sid4j.internal.network.UnreadableShapeException;
import io.github.sid4j.internal.network.Vgg11;
import io.github.sid4j.internal.network.VitTiny;
import io.github.sid4j.testkit.Draw;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class BackboneTest {
  private static final int BATCH = 4;

  /** A kind of network, made for images of a shape. */
  record Kind(String name, int features, BiFunction<int[], Initializer, Backbone> make) {
    Backbone of(int side) {
      return make.apply(new int[] {3, side, side}, new Initializer(1, DType.FLOAT32));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("simple-cnn", 128, SimpleCnn::backbone),
        new Kind("vgg11", 512, Vgg11::of),
        new Kind("resnet18", 512, ResNet18::of),
        new Kind("vit-tiny", 192, (shape, init) -> VitTiny.of(shape, 6, init)),
        new Kind("efficientnet-lite0", 1280, EfficientNetLite0::of),
        new Kind(
            "mlp",
            20,
            (shape, init) ->
                Mlp.backbone(shape[0] * shape[1] * shape[2], List.of(50, 40, 30, 20), init)));
  }

  @BeforeAll
  static void leaveTheCoresToOthers() {
    Engine.useThreads(1);
  }

  private static Tensor images(int side) {
    return new Draw(side).tensor(DType.FLOAT32, 1, BATCH, 3, side, side);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void stagesBehindEachOtherAreTheWholeNetworkBitForBit(Kind kind) {
    try (Scope scope = Scope.open()) {
      Backbone backbone = kind.of(32);
      assertThat(backbone.features()).isEqualTo(kind.features);
      Tensor x = images(32);
      try (Autograd.Mode off = Autograd.off();
          Pass training = Pass.training(1, 1);
          Pass teaching = Pass.teaching()) {
        byte[] whole = backbone.whole().forward(x).toBytes();
        for (int count : new int[] {1, 2, 4}) {
          List<Stage> stages = backbone.stages(count);
          assertThat(stages).hasSize(count);
          Map<String, Tensor> parameters = new LinkedHashMap<>();
          Map<String, Tensor> buffers = new LinkedHashMap<>();
          Tensor h = x;
          for (Stage stage : stages) {
            h = stage.forward(h);
            assertThat(stage.pooling().forward(h).shape()).containsExactly(BATCH, stage.width());
            parameters.putAll(stage.parameters().byName());
            buffers.putAll(stage.buffers().byName());
          }
          assertThat(stages.get(count - 1).pooling().forward(h).toBytes()).isEqualTo(whole);
          assertThat(parameters).isEqualTo(backbone.whole().parameters().byName());
          assertThat(buffers).isEqualTo(backbone.whole().buffers().byName());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void largeImagesAreReadToo(Kind kind) {
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      Tensor features = kind.of(64).whole().forward(images(64));
      assertThat(features.shape()).containsExactly(BATCH, kind.features);
      assertThat(features.isFinite()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void inBfloat16FeaturesAreCloseAndGradientsFinite(Kind kind) {
    try (Scope scope = Scope.open();
        Pass training = Pass.training(1, 1);
        Pass teaching = Pass.teaching()) {
      Layer whole = kind.of(32).whole();
      Tensor x = images(32);
      Tensor exact = whole.forward(x).detach();
      Tensor rounded;
      try (Precision.Mode mode = Precision.BF16.open()) {
        rounded = whole.forward(x).widened();
      }
      // Its last batch norms see four numbers of a channel, which makes much of rounding.
      double most = kind.name.equals("efficientnet-lite0") ? 1.5 : 0.1;
      assertThat(rounded.minus(exact).norm()).isBetween(1e-5, most * exact.norm());
      Tensor seed = new Draw(3).tensor(DType.FLOAT32, 1, BATCH, kind.features);
      List<Tensor> parameters = whole.parameters().tensors();
      assertThat(Autograd.gradients(rounded, seed, parameters))
          .allSatisfy(gradient -> assertThat(gradient.isFinite()).isTrue())
          .allSatisfy(gradient -> assertThat(gradient.type()).isEqualTo(DType.FLOAT32));
    }
  }

  /** Where a stage begins, its input belongs to others too: it must not be written over. */
  @ParameterizedTest
  @MethodSource("kinds")
  void noBlockChangesWhatItReads(Kind kind) {
    try (Scope scope = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      Backbone backbone = kind.of(32);
      Tensor h = images(32);
      for (Stage stage : backbone.stages(backbone.blocks().size())) {
        byte[] before = h.toBytes();
        Tensor next = stage.forward(h);
        assertThat(h.toBytes()).isEqualTo(before);
        h = next;
      }
    }
  }

  @Test
  void aNetworkOfOnesOwnIsCutAtGivenPlaces() {
    Backbone own = own(3, 1, 1, 1);
    assertThat(names(own.stages(List.of(2)))).containsExactly("[a, b]", "[c, d]");
    assertThat(names(own.stages(List.of()))).containsExactly("[a, b, c, d]");
    assertThat(names(own.stages(2))).containsExactly("[a]", "[b, c, d]");
    assertThat(own.stages(List.of(1, 3))).extracting(Stage::width).containsExactly(1, 3, 4);
    assertThat(own.stages(List.of(1, 3))).extracting(Stage::firstBlock).containsExactly(0, 1, 3);
    assertThat(own.stages(List.of(1, 3))).extracting(Stage::cost).containsExactly(3.0, 2.0, 1.0);
  }

  @Test
  void otherCostsBalanceTheSameBlocksOtherwise() {
    Backbone own = own(3, 1, 1, 1);
    Backbone measured = own.withCosts(new double[] {1, 1, 1, 3});
    assertThat(names(measured.stages(2))).containsExactly("[a, b, c]", "[d]");
    assertThat(measured.stages(2)).extracting(Stage::cost).containsExactly(3.0, 3.0);
    assertThat(measured.blocks())
        .extracting(Block::layers)
        .isEqualTo(own.blocks().stream().map(Block::layers).toList());
    assertThat(names(own.stages(2))).containsExactly("[a]", "[b, c, d]");
    assertThatThrownBy(() -> own.withCosts(new double[3]))
        .hasMessage("a backbone expected a cost for each of its 4 blocks, found 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "4", "2,2", "3,1", "-1"})
  void cutsThatAreNoneAreRefused(String text) {
    List<Integer> cuts = Stream.of(text.split(",")).map(Integer::valueOf).toList();
    assertThatThrownBy(() -> own(1, 1, 1, 1).stages(cuts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cuts expected increasing numbers of 1 to 3, found " + cuts);
  }

  @Test
  void blocksThatDoNotFitAreRefused() {
    Initializer init = new Initializer(1, DType.FLOAT32);
    List<Block> blocks = own(1, 1, 1, 1).blocks();
    assertThatThrownBy(() -> new Backbone(List.of(), Operation.IDENTITY))
        .hasMessage("a backbone expected at least 1 block, found none");
    assertThatThrownBy(() -> new Backbone(blocks, new Linear(4, 4, init)))
        .hasMessage("a backbone expected a pooling without parameters");
    assertThatThrownBy(
            () -> new Backbone(List.of(blocks.get(0), blocks.get(0)), Operation.IDENTITY).whole())
        .hasMessage("two layers are named a");
    assertThatThrownBy(() -> new Block(Sequential.empty(), 0, 1))
        .hasMessage(
            "a block expected a width of at least 1 and a cost of at least 0, found 0 and 1.0");
  }

  @Test
  void imagesThatANetworkCannotReadAreRefused() {
    Initializer init = new Initializer(1, DType.FLOAT32);
    int[] small = {1, 28, 28};
    assertThatThrownBy(() -> Vgg11.of(small, init))
        .isInstanceOf(UnreadableShapeException.class)
        .hasMessage("expected images of at least 32x32, found examples of shape [1, 28, 28]");
    assertThatThrownBy(() -> ResNet18.of(new int[] {784}, init))
        .isInstanceOf(UnreadableShapeException.class)
        .hasMessage("expected images of at least 8x8, found examples of shape [784]");
    assertThatThrownBy(() -> VitTiny.of(new int[] {3, 30, 32}, 2, init))
        .isInstanceOf(UnreadableShapeException.class)
        .hasMessage(
            "expected images with sides divisible by 4, found examples of shape [3, 30, 32]");
    try (Scope scope = Scope.open()) {
      Layer vit = VitTiny.of(small, 1, init).whole();
      Tensor other = Tensor.full(0, DType.FLOAT32, 2, 1, 32, 32);
      assertThatThrownBy(() -> vit.forward(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("places expected tokens [B, 49, 192], found [2, 64, 192]");
    }
  }

  /** Four blocks a to d of widths 1 to 4 and given costs. */
  private static Backbone own(double... costs) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < costs.length; i++) {
      String name = String.valueOf((char) ('a' + i));
      blocks.add(new Block(Sequential.empty().then(name, Operation.RELU), i + 1, costs[i]));
    }
    return new Backbone(blocks, Operation.IDENTITY);
  }

  private static List<String> names(List<Stage> stages) {
    return stages.stream().map(stage -> stage.layers().parts().keySet().toString()).toList();
  }
}
