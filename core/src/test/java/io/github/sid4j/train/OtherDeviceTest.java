package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.engine.Device;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.engine.TrialDevice;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.random.Rng;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.SmallRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Losses on another device are those of the processor. Left out is what the device of the tests
 * itself cannot do: it takes the product of a scalar and a number for one in double precision,
 * which losses of whole networks and transformers have, and larger convolutional networks take
 * minutes.
 */
@Tag("slow")
@EnabledOnOs(value = OS.LINUX, disabledReason = "the library's file has another name elsewhere")
class OtherDeviceTest {
  private static final int SAMPLES = 30;

  @BeforeAll
  static void start() throws IOException {
    TrialDevice.start();
  }

  /** Noise in which the mean of an image shows its class. */
  private static Dataset images(int channels, int side) {
    Rng rng = Rng.of(3, side);
    List<byte[]> pixels = new ArrayList<>();
    int[] labels = new int[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      labels[i] = i % 3;
      byte[] image = new byte[channels * side * side];
      for (int n = 0; n < image.length; n++) {
        image[n] = (byte) (60 * labels[i] + 60 * rng.nextDouble());
      }
      pixels.add(image);
    }
    ByteImages all = ByteImages.of(pixels, labels, channels, side, side);
    return Datasets.ofImages("noise", List.of("a", "b", "c"), all, 0.2);
  }

  private static List<ModuleMetrics> trained(String device, Dataset data, String... words)
      throws IOException {
    Map<String, String> texts =
        new HashMap<>(
            Map.of(
                "device", device,
                "epochs", "1",
                "batch", "12",
                "threads", "1",
                "precision", "fp32",
                "hidden", "8",
                "features", "6"));
    for (String word : words) {
      texts.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
    }
    List<ModuleMetrics> metrics = new ArrayList<>();
    try (Trained trained =
        Training.of(Settings.parse(texts))
            .dataset(data)
            .listeners(
                new TrainingListener() {
                  @Override
                  public void validated(TrainingContext context, EpochMetrics epoch) {
                    metrics.addAll(epoch.modules());
                  }
                })
            .run()) {
      assertThat(trained.cascade().device().name()).isEqualTo(device);
    }
    return metrics;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 8, network=mlp modules=2",
    "1, 8, network=mlp modules=2 execution=batched",
    "1, 8, network=mlp modules=2 execution=two-phase optimizer=muon",
    "1, 8, network=mlp modules=2 teacher=static elr=1 temporal-weight=0.5",
    "1, 8, network=mlp modules=2 label-noise=0.4 class-weights=balanced",
    "1, 8, network=mlp topology=staged stages=2 execution=pipeline",
    "1, 8, network=mlp topology=staged stages=2 overlap=2 clip=1 accumulate=2",
    "1, 8, network=mlp topology=staged stages=2 method=dgl optimizer=sgd",
    "1, 16, network=simple-cnn modules=2 augment=flip",
    "1, 16, network=simple-cnn topology=staged stages=2 head=conv",
  })
  void lossesAreThoseOfTheProcessor(int channels, int side, String words) throws IOException {
    String[] settings = words.split(" ");
    List<ModuleMetrics> cpu = trained("cpu", images(channels, side), settings);
    List<ModuleMetrics> other = trained(TrialDevice.NAME, images(channels, side), settings);
    assertThat(other).isNotEmpty().hasSameSizeAs(cpu);
    for (int i = 0; i < cpu.size(); i++) {
      assertThat(other.get(i).train().loss()).isCloseTo(cpu.get(i).train().loss(), within(1e-4));
    }
  }

  @Test
  void aRunIsOpenedOnAnotherDeviceThanItsOwn(@TempDir Path folder) throws IOException {
    Path run = folder.resolve("run");
    try (Trained trained =
        Training.of(SmallRun.shared(run, "epochs", "1", "device", "cpu")).run()) {
      float[] digit = new float[64];
      Arrays.fill(digit, 0.5f);
      ClassifierOptions options = ClassifierOptions.defaults();
      float[] expected = first(run, options, digit);
      assertThat(first(run, options.with(new Device(TrialDevice.NAME)), digit))
          .containsExactly(expected, within(1e-6f));
    }
  }

  private static float[] first(Path run, ClassifierOptions options, float[] digit)
      throws IOException {
    try (Classifier classifier = Classifier.open(run, options)) {
      return classifier.classify(digit).belief(3);
    }
  }
}
