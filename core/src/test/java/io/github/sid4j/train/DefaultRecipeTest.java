package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.data.ByteImages;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.Networks;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network that only the data decides has its recipe, too. */
class DefaultRecipeTest {
  private static final int SAMPLES = 30;
  private static final int SIDE = 16;

  @TempDir private Path temp;

  /** Grey images whose brightness is their class. */
  private static Dataset images() {
    List<byte[]> pixels =
        IntStream.range(0, SAMPLES)
            .mapToObj(
                i -> {
                  byte[] image = new byte[SIDE * SIDE];
                  Arrays.fill(image, (byte) (60 * (i % 3) + i));
                  return image;
                })
            .toList();
    int[] labels = IntStream.range(0, SAMPLES).map(i -> i % 3).toArray();
    ByteImages all = ByteImages.of(pixels, labels, 1, SIDE, SIDE);
    return Datasets.ofImages("grey", List.of("dark", "grey", "light"), all, 0.2);
  }

  private TrainingBuilder training(String folder) {
    return Training.builder()
        .data(images())
        .method(Sid.modules(1))
        .epochs(1)
        .threads(1)
        .folder(temp.resolve(folder));
  }

  private Settings trained(TrainingBuilder training, String folder) throws IOException {
    training.fit().close();
    return Settings.read(temp.resolve(folder).resolve("settings.yaml"));
  }

  @Test
  void ownImagesAreTrainedByTheRecipeOfTheirNetworkAndWithBatchesOfTheirSize() throws IOException {
    Settings settings = trained(training("recipe"), "recipe");
    assertThat(settings.get(TrainingSetting.OPTIMIZER)).isEqualTo("muon");
    assertThat(settings.get(TrainingSetting.SCHEDULE)).isEqualTo("triangular");
    assertThat(settings.get(TrainingSetting.BATCH)).isLessThan(10);
    Settings given = trained(training("given").optimizer(Adam.withLearningRate(0.01)), "given");
    assertThat(given.get(TrainingSetting.OPTIMIZER)).isEqualTo("adam");
    assertThat(given.get(TrainingSetting.LR)).isEqualTo(0.01);
  }

  @Test
  void anOwnNetworkHasNoRecipe() throws IOException {
    TrainingBuilder own =
        training("own")
            .network(
                Networks.own(
                    (settings, shape, classes, init) ->
                        new Cascade(
                            new Mlp(SIDE * SIDE, 4, 4, init),
                            List.of(new MlpModule(classes, 4, 4, init)),
                            classes)));
    assertThat(trained(own, "own").get(TrainingSetting.OPTIMIZER)).isEqualTo("adam");
  }

  @Test
  void aRunThatIsExtendedKeepsWhatItWasTrainedWith() throws IOException {
    Path run = temp.resolve("kept");
    trained(training("kept").with(TrainingSetting.OPTIMIZER, "sgd"), "kept");
    Settings longer =
        Settings.parse(Map.of("resume", "true", "out", run.toString(), "epochs", "2"));
    Training.of(longer).dataset(images()).run().close();
    Settings kept = Settings.read(run.resolve("settings.yaml"));
    assertThat(kept.get(TrainingSetting.OPTIMIZER)).isEqualTo("sgd");
    assertThat(kept.get(TrainingSetting.LR)).isEqualTo(TrainingSetting.LR.defaultValue());
    assertThat(kept.get(TrainingSetting.EPOCHS)).isEqualTo(2);
    assertThat(Outcome.of(run).result().epochs()).isEqualTo(2);
  }
}
