package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.model.Cascades;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class NetworkSettingTest {
  private static final int MODULES = 2;
  private static final int CLASSES = 10;
  private static final int[] SMALL = {3, 32, 32};

  private static Cascade create(String network, int... shape) {
    Settings settings = Settings.parse(Map.of("network", network, "modules", "" + MODULES));
    return Cascades.create(settings, shape, CLASSES, new Initializer(1, DType.FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({
    "auto, 257344, 128",
    "simple-cnn, 257344, 128",
    "vgg11, 9225984, 512",
    "resnet18, 11168832, 512",
    "vit-tiny, 5360832, 192",
    "mlp, 819584, 128"
  })
  void aNetworkIsTheSharedExtractorOfTheModules(String network, long parameters, int features) {
    try (Scope scope = Scope.open()) {
      Cascade cascade = create(network, 3, 32, 32);
      assertThat(cascade.extractor().parameters().count()).isEqualTo(parameters);
      assertThat(cascade.modules().get(0).parameters().byName().get("fc1.weight").shape())
          .containsExactly(256, CLASSES + features);
      List<Belief> beliefs = cascade.beliefs(Tensor.full(0.5, DType.FLOAT32, 2, 3, 32, 32));
      assertThat(beliefs).hasSize(MODULES);
      assertThat(beliefs.get(1).probabilities().shape()).containsExactly(2, CLASSES);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vgg11, 28, images of at least 32x32",
    "resnet18, 7, images of at least 8x8",
    "vit-tiny, 30, images with sides divisible by 4"
  })
  void imagesThatANetworkCannotReadAreRefusedInOneLine(String network, int side, String expected) {
    assertThatThrownBy(() -> create(network, 1, side, side))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "network %s: expected %s, found examples of shape [1, %d, %d]; choose network=mlp",
            network, expected, side, side);
  }

  private static Cascade create(Map<String, String> settings) {
    return Cascades.create(
        Settings.parse(settings), SMALL, CLASSES, new Initializer(1, DType.FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({"simple-cnn, 128", "vgg11, 512", "resnet18, 512", "vit-tiny, 192", "mlp, 128"})
  void aWholeNetworkIsItsLayersAndOneClassifier(String network, int features) {
    try (Scope scope = Scope.open()) {
      Cascade whole = create(Map.of("network", network, "topology", "whole", "method", "backprop"));
      long extractor = create(Map.of("network", network)).extractor().parameters().count();
      assertThat(whole.parameters().count()).isEqualTo(extractor + (features + 1L) * CLASSES);
      assertThat(whole.parameters().byName()).containsKeys("module1.fc.weight", "module1.fc.bias");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "simple-cnn, conv, conv1",
    "vgg11, conv, conv1",
    "resnet18, conv, conv1",
    "vit-tiny, attention, kv",
    "mlp, mlp,"
  })
  void everyStageButTheLastHasTheHeadThatItsNetworkCanUse(
      String network, String head, String layer) {
    try (Scope scope = Scope.open()) {
      Map<String, String> settings =
          Map.of("network", network, "topology", "staged", "stages", "3");
      Cascade cascade = create(settings);
      Map<String, String> named = new LinkedHashMap<>(settings);
      named.put("head", head);
      assertThat(create(named).parameters().byName().keySet())
          .isEqualTo(cascade.parameters().byName().keySet());
      assertThat(cascade.modules())
          .extracting(
              module ->
                  module.parameters().byName().keySet().stream()
                      .filter(name -> name.startsWith("head.pool." + layer))
                      .count())
          .satisfies(
              counts -> {
                assertThat(counts.get(2)).isZero();
                assertThat(counts.get(0) > 0 && counts.get(1) > 0).isEqualTo(layer != null);
              });
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vit-tiny, conv, mlp or attention",
    "mlp, conv, mlp",
    "vgg11, attention, mlp or conv"
  })
  void aHeadThatCannotReadTheStagesIsRefused(String network, String head, String expected) {
    assertThatThrownBy(() -> create(Map.of("network", network, "topology", "staged", "head", head)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "head: expected %s for network %s, found %s; choose one of these or auto",
            expected, network, head);
  }

  @Test
  void aTransformerHasAsManyBlocksAsItsDepthAndAsManyStagesAtMost() {
    try (Scope scope = Scope.open()) {
      Map<String, String> deep = Map.of("network", "vit-tiny", "depth", "14");
      // A block has two norms, four linear layers of 12 squares of the width, and their biases.
      long block = 4 * 192 + 12L * 192 * 192 + (3 + 1 + 4 + 1) * 192;
      assertThat(create(deep).extractor().parameters().count()).isEqualTo(5_360_832 + 2 * block);
      Map<String, String> cut = Map.of("network", "vit-tiny", "depth", "3", "topology", "staged");
      assertThatThrownBy(() -> create(cut))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(
              "stages: expected at most 3 with a network of as many blocks, found 4");
    }
  }

  @Test
  void withoutBeliefInputABeliefChangesNothing() {
    try (Scope scope = Scope.open()) {
      Cascade greedy =
          create(Map.of("network", "vgg11", "topology", "staged", "belief-input", "false"));
      assertThat(beliefMatters(greedy)).isFalse();
      assertThat(beliefMatters(create(Map.of("network", "vgg11", "topology", "staged")))).isTrue();
    }
  }

  private static boolean beliefMatters(Cascade cascade) {
    BeliefModule first = cascade.modules().get(0);
    Tensor h = first.advance(Tensor.full(0.5, DType.FLOAT32, 2, 3, 32, 32));
    double[] without = first.logits(Tensor.full(0, DType.FLOAT32, 2, CLASSES), h).toDoubles();
    double[] with = first.logits(Tensor.full(1, DType.FLOAT32, 2, CLASSES), h).toDoubles();
    return !Arrays.equals(without, with);
  }
}
