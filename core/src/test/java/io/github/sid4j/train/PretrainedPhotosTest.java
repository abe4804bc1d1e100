package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.data.ImageEncoding;
import io.github.sid4j.internal.model.ModelDescription;
import io.github.sid4j.internal.network.Row;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.model.PhotoNetwork;
import io.github.sid4j.model.StoredTensors;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose network and preparation come with a file of public names. */
@Tag("slow")
class PretrainedPhotosTest {
  @TempDir private static Path shared;
  private static Path file;

  @TempDir private Path temp;

  @BeforeAll
  static void publish() throws IOException {
    file = shared.resolve("model.safetensors");
    try (Scope scope = Scope.open()) {
      Row network =
          PhotoNetwork.EFFICIENTNET_LITE0
              .backbone(new int[] {3, 64, 64}, new Initializer(5, DType.FLOAT32))
              .whole();
      Map<String, StoredTensor> tensors =
          new LinkedHashMap<>(
              StoredTensors.of(network.parameters().and(network.buffers()).byName()));
      tensors.put("classifier.bias", tensors.get("bn1.bias"));
      Safetensors.write(file, tensors, Map.of());
    }
    Files.writeString(
        shared.resolve("config.json"),
        "{\"architecture\": \"tf_efficientnet_lite0\", \"pretrained_cfg\": {\"mean\": [0.5, 0.5,"
            + " 0.5], \"std\": [0.25, 0.5, 0.5], \"license\": \"cc-by-nc-4.0\"}}");
  }

  private static Dataset photos() {
    Random random = new Random(3);
    List<byte[]> pixels = new ArrayList<>();
    int[] labels = new int[24];
    for (int i = 0; i < labels.length; i++) {
      byte[] image = new byte[3 * 32 * 32];
      random.nextBytes(image);
      pixels.add(image);
      labels[i] = i % 2;
    }
    return Datasets.ofImages(
        "noise", List.of("a", "b"), ByteImages.of(pixels, labels, 3, 32, 32), 0.25);
  }

  private Settings settings(String... others) {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "pretrained", file.toString(),
                "frozen", "extractor",
                "modules", "1",
                "batch", "8",
                "epochs", "1",
                "precision", "fp32",
                "threads", "1",
                "out", temp.resolve("run").toString()));
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return Settings.parse(texts);
  }

  @Test
  void theFileChoosesTheNetworkAndHowPhotosAreStandardised() throws IOException {
    List<String> noted = new ArrayList<>();
    List<String> warned = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void noted(String line) {
            noted.add(line);
          }

          @Override
          public void warned(String line) {
            warned.add(line);
          }
        };
    try (Trained trained = Training.of(settings()).dataset(photos()).listeners(listener).run()) {
      assertThat(trained.result()).isPresent();
    }
    assertThat(noted).first().asString().contains("efficientnet-lite0", "model.safetensors");
    assertThat(String.join("\n", noted)).contains("crop share 0.875", "tf_efficientnet_lite0");
    assertThat(warned).anyMatch(line -> line.contains("excludes commercial use"));
    RunPaths paths = new RunPaths(temp.resolve("run"));
    assertThat(Settings.read(paths.settings()).get(ModelSetting.NETWORK))
        .isEqualTo("efficientnet-lite0");
    ModelDescription model = ModelDescription.read(paths.model());
    assertThat(model.preparation().deviation()).containsExactly(0.25, 0.5, 0.5);
    assertThat(((ImageEncoding) model.input()).deviation()).containsExactly(0.25, 0.5, 0.5);
    // Resumed for one epoch more, it reads its images as before, and needs no config.
    try (Trained longer =
        Training.of(settings("resume", "true", "epochs", "2")).dataset(photos()).run()) {
      assertThat(longer.result().orElseThrow().epochs()).isEqualTo(2);
    }
    assertThat(ModelDescription.read(paths.model())).isEqualTo(model);
  }

  @Test
  void anotherNetworkIsRefused() {
    assertThatThrownBy(() -> Training.of(settings("network", "resnet50")).dataset(photos()).run())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("network", "efficientnet-lite0", "resnet50");
    assertThat(temp.resolve("run")).doesNotExist();
  }
}
