package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import io.github.sid4j.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeRefusalTest {
  @TempDir private Path temp;
  private Path run;

  @BeforeEach
  void halfARun() throws IOException {
    run = temp.resolve("run");
    int[] steps = {0};
    Training.of(SmallRuns.rows(run))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == 7)
        .run();
  }

  private void refuses(Settings settings, Dataset data, String line) throws IOException {
    var before = Tree.of(run);
    Training training = Training.of(settings);
    if (data != null) {
      training.dataset(data);
    }
    assertThatThrownBy(training::run).isInstanceOf(InputException.class).hasMessage(line);
    assertThat(Tree.of(run)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "batch|8|batch: 8 instead of 16",
        "seed|9|seed: 9 instead of 1",
        "alpha|0.9..0.3|alpha: 0.9..0.3 instead of 0.5",
        "execution|threads|execution: threads instead of single-pass",
        "lr|0.1|lr: 0.1 instead of 0.01"
      })
  void otherSettingsThatDecideTheResult(String name, String value, String difference)
      throws IOException {
    refuses(
        SmallRuns.rows(run, name, value, "resume", "true"),
        SmallRuns.blobs(),
        run
            + ": expected the settings of the run in it, found "
            + difference
            + "; train with resume=true out="
            + run
            + " to resume it, or choose another folder");
  }

  @Test
  void otherData() throws IOException {
    Dataset other = SmallRuns.blobs(1);
    refuses(
        SmallRuns.rows(run, "resume", "true"),
        other,
        "data set blobs: expected the data of the run, SHA-256 %s, found other data, %s; put back the data that the run was started with"
            .formatted(SmallRuns.blobs().sha256(), other.sha256()));
  }

  @Test
  void aFolderWithARunUnlessAskedWhatToDoWithIt() throws IOException {
    refuses(
        SmallRuns.rows(run),
        SmallRuns.blobs(),
        run
            + ": expected an empty folder for the run, found one with files in it; choose another"
            + " folder, or give resume=true to resume the run in it, or overwrite=true to replace it");
  }

  @Test
  void refusalComesBeforeDataIsLookedFor() throws IOException {
    Settings settings =
        SmallRuns.rows(run, "dataset", "mnist", "data", temp.resolve("none").toString());
    refuses(
        settings,
        null,
        run
            + ": expected an empty folder for the run, found one with files in it; choose another"
            + " folder, or give resume=true to resume the run in it, or overwrite=true to replace it");
  }

  @Test
  void settingsThatDecideNothingMayDiffer() throws IOException {
    Settings settings =
        SmallRuns.rows(
            run,
            "resume",
            "true",
            "quiet",
            "true",
            "checkpoint-steps",
            "2",
            "keep-checkpoints",
            "1");
    assertThat(SmallRuns.trainBlobs(settings).result()).isPresent();
    // The folder is that of the run's beginning.
    assertThat(Settings.read(run.resolve("settings.yaml")).get(RunSetting.QUIET)).isFalse();
  }

  @Test
  void aRefusedRunLeavesNoFolder() {
    Path out = temp.resolve("new/run");
    assertThatThrownBy(() -> SmallRuns.trainBlobs(SmallRuns.rows(out, "network", "simple-cnn")))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "network simple-cnn: expected images of at least 4x4, found examples of shape [2];"
                + " choose network=mlp");
    assertThat(Files.exists(out.getParent())).isFalse();
  }

  @Test
  void anotherProcessAtWorkIsNotDisturbed() throws IOException {
    TrainingListener intruder =
        new TrainingListener() {
          @Override
          public void stepped(TrainingContext context, TrainedStep step) {
            assertThatThrownBy(() -> SmallRuns.trainBlobs(SmallRuns.rows(run, "resume", "true")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("expected a run that nobody else is writing");
          }
        };
    Training.of(SmallRuns.rows(run, "resume", "true"))
        .dataset(SmallRuns.blobs())
        .listeners(intruder)
        .run();
    SmallRuns.trainBlobs(SmallRuns.rows(temp.resolve("other")));
    assertThat(Outcome.of(run)).isEqualTo(Outcome.of(temp.resolve("other")));
  }
}
