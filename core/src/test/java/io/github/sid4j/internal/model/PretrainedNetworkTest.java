package io.github.sid4j.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.network.NumberCount;
import io.github.sid4j.internal.network.Row;
import io.github.sid4j.model.FormulaWeights;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Parameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PretrainedNetworkTest {
  private static final String FULL =
      """
      {"architecture": "resnet50", "num_classes": 1000, "pretrained_cfg": {"tag": "x",
       "input_size": [3, 176, 176], "interpolation": "bilinear", "crop_pct": 0.96,
       "crop_mode": "squash", "mean": [0.1, 0.2, 0.3], "std": [0.4, 0.5, 0.6],
       "license": "cc-by-nc-4.0"}}
      """;

  @TempDir private Path temp;

  private Path weights() throws IOException {
    Path file = temp.resolve("model.safetensors");
    Safetensors.write(file, Map.of(), Map.of());
    return file;
  }

  private Optional<PretrainedNetwork> configured(String json) throws IOException {
    Path config = Files.writeString(temp.resolve("config.json"), json);
    return PretrainedNetwork.of(weights(), Optional.of(config), Optional.empty());
  }

  @Test
  void theConfigDecidesNetworkAndPreparation() throws IOException {
    PretrainedNetwork found = configured(FULL).orElseThrow();
    assertThat(found.network()).isEqualTo(PhotoNetwork.RESNET50);
    assertThat(found.preparation().mean()).containsExactly(0.1, 0.2, 0.3);
    assertThat(found.preparation().deviation()).containsExactly(0.4, 0.5, 0.6);
    assertThat(found.preparation().size()).isEqualTo(176);
    assertThat(found.preparation().cropShare()).isEqualTo(0.96);
    assertThat(found.preparation().interpolation()).isEqualTo("bilinear");
    assertThat(found.preparation().fit()).isEqualTo("stretch");
    assertThat(found.licence()).contains("cc-by-nc-4.0");
    assertThat(found.isNonCommercial()).isTrue();
  }

  @Test
  void filesOfEarlierVersionsHaveTheirFieldsAtTheTopOrLackThem() throws IOException {
    PretrainedNetwork flat =
        configured("{\"architecture\": \"tf_efficientnet_lite0\", \"mean\": [0.5, 0.5, 0.5]}")
            .orElseThrow();
    assertThat(flat.network()).isEqualTo(PhotoNetwork.EFFICIENTNET_LITE0);
    assertThat(flat.preparation().mean()).containsExactly(0.5, 0.5, 0.5);
    assertThat(flat.preparation().size()).isEqualTo(224);
    assertThat(flat.licence()).isEmpty();
    assertThat(flat.isNonCommercial()).isFalse();
    String tagged = "{\"architecture\": \"resnet18\", \"pretrained_cfg\": {\"tag\": \"a1_in1k\"}}";
    assertThat(configured(tagged).orElseThrow().licence()).contains("apache-2.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"architecture\": \"efficientnet_lite0\"} | efficientnet_lite0",
        "{\"architectures\": [\"ResNetForImageClassification\"]} | transformers",
        "{\"hidden\": 3} | pretrained-config",
        "not json | line 1",
        "{\"architecture\": \"resnet18\", \"model_args\": {\"aa_layer\": 1}} | aa_layer",
        "{\"architecture\": \"resnet18\", \"std\": [1, 0, 1], \"mean\": [0, 0, 0]} | deviations",
        "{\"architecture\": \"resnet18\", \"input_size\": [3, 224, 192]} | input_size",
        "{\"architecture\": \"resnet18\", \"interpolation\": \"random\"} | random"
      })
  void whatIsNotKnownIsRefusedByName(String json, String word) {
    assertThatThrownBy(() -> configured(json))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("config.json")
        .hasMessageContaining(word)
        .hasMessageNotContaining("\n");
  }

  @Test
  void weightsCanBeNamed() throws IOException {
    PretrainedNetwork named =
        PretrainedNetwork.of(weights(), Optional.empty(), Optional.of("resnet18.tv_in1k"))
            .orElseThrow();
    assertThat(named.network()).isEqualTo(PhotoNetwork.RESNET18_IMAGENET);
    assertThat(named.preparation().interpolation()).isEqualTo("bilinear");
    assertThatThrownBy(
            () -> PretrainedNetwork.of(weights(), Optional.empty(), Optional.of("resnet18.x")))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("pretrained-config", "resnet50.a1_in1k");
  }

  /** Shapes as in a public file, without the memory of one. */
  @ParameterizedTest
  @EnumSource(PhotoNetwork.class)
  void tensorsSayWhichNetworkMayBeAssumed(PhotoNetwork network) {
    Map<String, long[]> shapes = new LinkedHashMap<>();
    try (NumberCount count = new NumberCount(Long.MAX_VALUE, Long.MAX_VALUE)) {
      Row whole = network.backbone(new int[] {3, 224, 224}, Initializer.counting(count)).whole();
      Parameters all = whole.parameters().and(whole.buffers());
      all.byName().forEach((name, t) -> shapes.put(name.replace("tokens.", ""), t.shape()));
    }
    for (PhotoNetwork other : PhotoNetwork.values()) {
      assertThat(other.fits(shapes)).isEqualTo(other == network);
    }
  }

  @Test
  void otherTensorsSayNothing() throws IOException {
    Path file = temp.resolve("other.safetensors");
    StoredTensor tensor = new FormulaWeights(1).tensor("conv1.weight", 0, 64, 3, 3, 3);
    Safetensors.write(file, Map.of("conv1.weight", tensor), Map.of());
    assertThat(PretrainedNetwork.of(file, Optional.empty(), Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"net.pth", "pytorch_model.bin", "zipped.safetensors"})
  void filesOfPyTorchAreRefusedWithTheLineThatConvertsThem(String name) throws IOException {
    Path file = temp.resolve(name);
    Files.write(file, List.of("PK" + "\u0003\u0004"));
    assertThatThrownBy(() -> PretrainedNetwork.of(file, Optional.empty(), Optional.empty()))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("weights_only=True", "save_file", file.toString());
  }

  @Test
  void knownWeightsAreOfArchitecturesThatAreKnown() {
    for (KnownWeights known : KnownWeights.values()) {
      String architecture = known.wireName().substring(0, known.wireName().indexOf('.'));
      assertThat(PhotoNetwork.ofArchitecture(architecture)).contains(known.network());
      assertThat(KnownWeights.named(known.wireName())).contains(known);
    }
  }
}
