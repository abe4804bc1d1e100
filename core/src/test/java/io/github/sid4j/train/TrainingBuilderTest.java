package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.AugmentationChoice;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.Datasets;
import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.MethodChoice;
import io.github.sid4j.method.Sid;
import io.github.sid4j.model.HeadChoice;
import io.github.sid4j.model.Networks;
import io.github.sid4j.model.StageBalance;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Adam;
import io.github.sid4j.optim.OptimizerChoice;
import io.github.sid4j.optim.Schedules;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingBuilderTest {
  @TempDir private Path temp;

  private static TrainingBuilder small() {
    return Training.builder()
        .data(SmallRuns.blobs())
        .network(Networks.mlp(48, 24))
        .method(Sid.modules(3).alpha(0.5))
        .epochs(3)
        .batchSize(16)
        .precision(Precision.FP32)
        .threads(1);
  }

  private static List<double[]> weights(Trained trained) {
    return trained.cascade().state().tensors().stream().map(t -> t.toDoubles()).toList();
  }

  @Test
  void theTypedWayTrainsTheSameBitsAsSettings() throws IOException {
    Settings settings =
        SmallRuns.digits(
            temp, "features", "24", "hidden", "48", "batch", "32", "epochs", "2", "lr", "0.003");
    try (Trained typed =
            Training.builder()
                .data(Datasets.digits())
                .network(Networks.mlp(48, 24))
                .method(Sid.modules(3))
                .with(ModelSetting.MODULE_HIDDEN, 24)
                .optimizer(Adam.withLearningRate(0.003))
                .schedule(Schedules.cosine().warmUp(0.5))
                .epochs(2)
                .batchSize(32)
                .precision(Precision.FP32)
                .threads(1)
                .fit();
        Trained named =
            Training.of(
                    settings
                        .with(ModelSetting.NETWORK, "mlp")
                        .with(TrainingSetting.SCHEDULE, "cosine")
                        .with(TrainingSetting.WARMUP, 0.5))
                .run()) {
      assertThat(weights(typed)).containsExactlyElementsOf(weights(named));
      assertThat(typed.folder()).isEmpty();
      assertThat(typed.epochs()).hasSize(2);
      assertThat(typed.result().orElseThrow().testAccuracy())
          .isEqualTo(named.result().orElseThrow().testAccuracy());
    }
  }

  @Test
  void theClassifierReadsWhatTrainingWasGiven() throws IOException {
    Path run = temp.resolve("run");
    float[] row = {0.9f, 0.4f};
    Prediction inMemory;
    try (Trained trained = small().fit()) {
      inMemory = trained.classifier().classify(row);
      assertThat(trained.classifier()).isSameAs(trained.classifier());
    }
    small().folder(run).fit().close();
    try (Classifier stored = Classifier.open(run, ClassifierOptions.defaults().withThreads(1))) {
      assertThat(inMemory.belief(3)).containsExactly(stored.classify(row).belief(3));
    }
  }

  @Test
  void digitsAreReadAsLevels() throws IOException {
    try (Trained trained = small().data(Datasets.digits()).epochs(1).fit()) {
      float[] levels = new float[64];
      Arrays.fill(levels, 16);
      assertThat(trained.classifier().classify(levels).depth()).isEqualTo(3);
      levels[5] = 17;
      assertThatThrownBy(() -> trained.classifier().classify(levels))
          .isInstanceOf(InputException.class)
          .hasMessage("image: expected levels from 0 to 16, found 17.0 at place 5; correct it");
    }
  }

  @Test
  void nothingIsWrittenWithoutAFolder() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    List<Path> before = list(here);
    small().fit().close();
    assertThat(list(here)).isEqualTo(before);
    assertThatThrownBy(() -> small().resume().fit())
        .isInstanceOf(InputException.class)
        .hasMessage(
            "out: expected the folder of the run to resume, found nothing; set out to that folder");
    assertThatThrownBy(() -> small().with(RunSetting.TENSORBOARD, true).fit())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("tensorboard: expected a run folder, found a training in memory");
  }

  private static List<Path> list(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void errorsNameTheArgument() {
    assertThatThrownBy(() -> small().batchSize(-1).fit())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("batchSize: expected ");
    assertThatThrownBy(() -> small().optimizer(Sgd.withLearningRate(-1)).fit())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("learningRate: expected ");
    assertThatThrownBy(() -> small().method(Sid.modules(2).alpha(0)).fit())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("alpha: expected ");
    assertThatThrownBy(() -> Training.builder().epochs(1).fit())
        .isInstanceOf(InputException.class)
        .hasMessage("data: expected a data set to train on, found none; call data");
    Objective two = Objective.constant(Divergence.FORWARD, 0, 0.5, 2);
    assertThatThrownBy(() -> small().objective(two).fit())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("objective: expected one for the 3 modules");
  }

  @Test
  void ownPartsTakeTheirPlacesAndAreRecorded() throws IOException {
    AtomicInteger optimizers = new AtomicInteger();
    AtomicInteger augmented = new AtomicInteger();
    Path run = temp.resolve("own");
    try (Trained trained =
            small()
                .folder(run)
                .network(Networks.own((shape, init) -> new Mlp(shape[0], 12, 6, init), 6))
                .method(MethodChoice.own(Backprop::new).modules(5))
                .objective(Objective.constant(Divergence.FORWARD, 0, 1, 5))
                .optimizer(
                    OptimizerChoice.own(
                        parameters -> {
                          optimizers.incrementAndGet();
                          return Adam.adam(0).create(parameters);
                        },
                        0.01))
                .schedule(Schedules.own(epochs -> 0.5))
                .augmentation((values, offset, shape, padding, rng) -> augmented.incrementAndGet())
                .fit();
        Trained backprop =
            small()
                .network(Networks.own((shape, init) -> new Mlp(shape[0], 12, 6, init), 6))
                .method(Backprop.modules(5).alpha(1))
                .optimizer(Adam.withLearningRate(0.005))
                .fit()) {
      assertThat(weights(trained)).containsExactlyElementsOf(weights(backprop));
      assertThat(optimizers).hasValue(6);
      assertThat(augmented).hasValue(3 * 80);
      assertThat(trained.epochs().get(0).learningRate()).isEqualTo(0.005);
    }
    assertThat(RunJson.read(new RunPaths(run).provenance(), Provenance.class).ownParts())
        .containsExactly(
            "data", "network", "method", "objective", "optimizer", "schedule", "augmentation");
    TrainingBuilder builtIn =
        small()
            .network(Networks.auto())
            .method(Sid.modules(5))
            .optimizer(Adam.withLearningRate(0.01))
            .folder(run)
            .resume();
    assertThatThrownBy(builtIn::fit)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("expected the run's own network, method, objective");
  }

  @Test
  void preparedExamplesAreTrainedOnAsTheyAre() throws IOException {
    Splits parts = SmallRuns.blobs().split(0.1, 1);
    Dataset own = Datasets.ofExamples("mine", List.of("a", "b", "c"), parts);
    try (Trained prepared = small().data(own).fit();
        Trained raw = small().fit()) {
      assertThat(weights(prepared)).containsExactlyElementsOf(weights(raw));
      Examples test = parts.test();
      List<float[]> first = List.of(test.values(0));
      assertThat(prepared.classifier().classifyPrepared(first).get(0).belief(3))
          .containsExactly(raw.classifier().classifyPrepared(first).get(0).belief(3));
    }
    assertThatThrownBy(() -> Datasets.ofExamples("mine", List.of("a"), parts))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("mine example ");
  }

  @Test
  void rowsNeedNoNames() throws IOException {
    float[][] rows = new float[60][];
    int[] labels = new int[60];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = i % 2;
      rows[i] = new float[] {labels[i] * 4f + i % 5 * 0.1f, 1};
    }
    try (Trained trained = small().data(Datasets.of(rows, labels)).epochs(10).batchSize(8).fit()) {
      assertThat(trained.classifier().classify(4, 1).best().name()).isEqualTo("1");
      assertThat(trained.classifier().classify(0, 1).best().name()).isEqualTo("0");
      assertThat(trained.result().orElseThrow().testAccuracy().last()).isNull();
    }
  }

  @Test
  void typedChoicesHaveTheWordsOfTheirSettings() {
    assertThat(words(StageBalance.values(), StageBalance::wireName))
        .isEqualTo(ModelSetting.BALANCE.type().choices());
    assertThat(words(HeadChoice.values(), HeadChoice::wireName))
        .isEqualTo(ModelSetting.HEAD.type().choices());
    assertThat(words(AugmentationChoice.values(), AugmentationChoice::wireName))
        .isEqualTo(TrainingSetting.AUGMENT.type().choices());
  }

  private static <T> List<String> words(T[] choices, Function<T, String> word) {
    return Arrays.stream(choices).map(word).toList();
  }

  @Test
  void balanceHeadAndAugmentationAreKeptWithTheRunAndTheLastCallHolds() throws IOException {
    AtomicInteger augmented = new AtomicInteger();
    Path run = temp.resolve("staged");
    small()
        .method(Sid.stages(2))
        .epochs(1)
        .balance(StageBalance.TIME)
        .balance(StageBalance.MULTIPLICATIONS)
        .head(HeadChoice.MLP)
        .augmentation((values, offset, shape, padding, rng) -> augmented.incrementAndGet())
        .augmentation(AugmentationChoice.NONE)
        .folder(run)
        .fit()
        .close();
    assertThat(augmented).hasValue(0);
    Settings kept = Settings.read(new RunPaths(run).settings());
    assertThat(kept.get(ModelSetting.BALANCE)).isEqualTo("multiplications");
    assertThat(kept.get(ModelSetting.HEAD)).isEqualTo("mlp");
    assertThat(kept.get(TrainingSetting.AUGMENT)).isEqualTo("none");
    assertThatThrownBy(() -> small().method(Sid.stages(2)).head(HeadChoice.CONV).fit())
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("head: expected mlp for network mlp, found conv");
  }
}
