package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.NoiseProvenance;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.NoiseMetrics;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose training labels are partly wrong. */
class NoisyRunTest {
  private static final String[] NOISE = {"label-noise", "0.3", "epochs", "2"};

  @TempDir private Path temp;

  private Trained rows(String name, String... others) throws IOException {
    return SmallRuns.trainBlobs(SmallRuns.rows(temp.resolve(name), words(others)));
  }

  private static String[] words(String... others) {
    String[] all = new String[NOISE.length + others.length];
    System.arraycopy(NOISE, 0, all, 0, NOISE.length);
    System.arraycopy(others, 0, all, NOISE.length, others.length);
    return all;
  }

  private static int[] labels(Examples examples) {
    return IntStream.range(0, examples.size()).map(examples::label).toArray();
  }

  @Test
  void theFolderRecordsWhichLabelsWereChangedAndHowModulesAnsweredThem() throws IOException {
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, words()));
    RunPaths paths = new RunPaths(temp);
    assertThat(Files.readString(paths.settings()))
        .contains("label-noise: 0.3\n", "label-noise-type: symmetric\n");
    Examples train = trained.data().train();
    assertThat(train.noisyLabels()).isBetween(330, 450);
    assertThat(RunJson.read(paths.provenance(), Provenance.class).labelNoise())
        .isEqualTo(new NoiseProvenance("symmetric", 0.3, train.noisyLabels(), train.size()));
    List<EpochMetrics> epochs = new MetricsLog(paths.metrics()).read();
    NoiseMetrics last = epochs.get(1).modules().get(2).noise();
    // All but those of the batch that is not full.
    assertThat(last.samples()).isBetween(train.noisyLabels() - 64L, (long) train.noisyLabels());
    // The labels of the majority are learned first.
    assertThat(last.trueLabelRecovered()).isGreaterThan(0.6);
    assertThat(last.labelDisagreement()).isBetween(last.trueLabelRecovered(), 1.0);
    assertThat(epochs.get(1).validationAccuracy()).isGreaterThan(0.7);
  }

  @Test
  void whatIsChosenAndJudgedByIsWithoutNoise() throws IOException {
    Trained clean = SmallRuns.trainBlobs(SmallRuns.rows(temp.resolve("clean"), "epochs", "1"));
    Trained noisy = rows("noisy", "epochs", "1");
    assertThat(labels(noisy.data().validation())).isEqualTo(labels(clean.data().validation()));
    assertThat(labels(noisy.data().test())).isEqualTo(labels(clean.data().test()));
    assertThat(labels(noisy.data().train())).isNotEqualTo(labels(clean.data().train()));
    assertThat(noisy.data().train().noisyLabels()).isPositive();
  }

  @Test
  void withoutNoiseThereIsNothingToReport() throws IOException {
    rows("clean", "label-noise", "0");
    RunPaths paths = new RunPaths(temp.resolve("clean"));
    assertThat(RunJson.read(paths.provenance(), Provenance.class).labelNoise()).isNull();
    assertThat(new MetricsLog(paths.metrics()).read())
        .flatExtracting(EpochMetrics::modules)
        .extracting(ModuleMetrics::noise)
        .containsOnlyNulls();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-phase", "threads"})
  void everyStrategyLearnsAndMeasuresTheSame(String execution) throws IOException {
    rows("expected");
    rows(execution, "execution", execution, "threads", "2");
    assertThat(Outcome.of(temp.resolve(execution))).isEqualTo(Outcome.of(temp.resolve("expected")));
  }

  @Test
  void aPipelineTakesTheTrueLabelsAlong() throws IOException {
    String[] staged = {"topology", "staged", "stages", "3"};
    rows("expected", staged);
    rows("pipeline", "topology", "staged", "stages", "3", "execution", "pipeline");
    assertThat(Outcome.of(temp.resolve("pipeline")))
        .isEqualTo(Outcome.of(temp.resolve("expected")));
  }

  @ParameterizedTest
  @CsvSource({"accumulate,2", "execution,data-parallel"})
  void partsOfABatchCountTheirOwnNoisyLabels(String setting, String value) throws IOException {
    rows("expected");
    rows("parts", setting, value, "threads", "2");
    assertThat(samples("parts")).isEqualTo(samples("expected")).isPositive();
  }

  private long samples(String name) throws IOException {
    RunPaths paths = new RunPaths(temp.resolve(name));
    return new MetricsLog(paths.metrics()).read().get(0).modules().get(0).noise().samples();
  }

  @Test
  void aRunThatWasStoppedResumesWithTheSameNoise() throws IOException {
    rows("whole", "label-noise-type", "class-dependent");
    Path parts = temp.resolve("parts");
    int[] steps = {0};
    String[] settings = words("label-noise-type", "class-dependent", "resume", "true");
    Training.of(SmallRuns.rows(parts, settings))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == 3)
        .run();
    SmallRuns.trainBlobs(SmallRuns.rows(parts, settings));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(temp.resolve("whole")));
  }
}
