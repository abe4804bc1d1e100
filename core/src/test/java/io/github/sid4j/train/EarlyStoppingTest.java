package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.Safetensors;
import io.github.sid4j.internal.model.TensorFiles;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyStoppingTest {
  private static final String[] STOPPING = {
    "epochs", "40", "early-stopping", "3", "early-stopping-delta", "0.02"
  };

  @TempDir private Path temp;

  private static String[] and(String... more) {
    String[] all = Arrays.copyOf(STOPPING, STOPPING.length + more.length);
    System.arraycopy(more, 0, all, STOPPING.length, more.length);
    return all;
  }

  @Test
  void aRunEndsThreeEpochsAfterItsBestAndHasTheBestWeights() throws IOException {
    try (Trained trained = SmallRuns.trainBlobs(SmallRuns.rows(temp, STOPPING))) {
      RunResult result = trained.result().orElseThrow();
      List<EpochMetrics> epochs = trained.epochs();
      assertThat(result.epochs()).isEqualTo(40);
      assertThat(result.stoppedAfter()).isEqualTo(epochs.size()).isLessThan(40);
      double best = 0;
      int at = 0;
      for (EpochMetrics epoch : epochs) {
        if (epoch.validationAccuracy() > best + 0.02) {
          best = epoch.validationAccuracy();
          at = epoch.epoch();
        }
      }
      assertThat(epochs).hasSize(at + 3);
      Path inMemory = temp.resolve("cascade.safetensors");
      Safetensors.write(
          inMemory, TensorFiles.contents(trained.cascade().state().byName()), Map.of());
      assertThat(inMemory).hasSameBinaryContentAs(new RunPaths(temp).best());
    }
  }

  @Test
  void aRunThatIsResumedEndsAtTheSameEpochWithTheSameBits() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    int epochs;
    try (Trained trained = SmallRuns.trainBlobs(SmallRuns.rows(whole, STOPPING))) {
      epochs = trained.epochs().size();
    }
    // In the last epoch but one, where patience has begun to run out.
    int[] steps = {0};
    Training.of(SmallRuns.rows(parts, STOPPING))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == (epochs - 2) * SmallRuns.BLOB_STEPS + 2)
        .run()
        .close();
    SmallRuns.trainBlobs(SmallRuns.rows(parts, and("resume", "true"))).close();
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void aProcessThatDiesAfterTheLastCheckpointEndsThereWhenResumed() throws IOException {
    RunResult before;
    try (Trained trained = SmallRuns.trainBlobs(SmallRuns.rows(temp, STOPPING))) {
      before = trained.result().orElseThrow();
    }
    Files.delete(new RunPaths(temp).result());
    try (Trained again = SmallRuns.trainBlobs(SmallRuns.rows(temp, and("resume", "true")))) {
      RunResult after = again.result().orElseThrow();
      assertThat(after.stoppedAfter()).isEqualTo(before.stoppedAfter());
      assertThat(after.testAccuracy()).isEqualTo(before.testAccuracy());
    }
    try (Trained shown = SmallRuns.trainBlobs(SmallRuns.rows(temp, and("resume", "true")))) {
      assertThat(shown.result().orElseThrow().stoppedAfter()).isEqualTo(before.stoppedAfter());
    }
  }

  @Test
  void theListenerAndTheSettingDoTheSame() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(temp, STOPPING)).close();
    try (Trained listened =
        Training.of(SmallRuns.rows(temp.resolve("l"), "epochs", "40"))
            .dataset(SmallRuns.blobs())
            .listeners(EarlyStopping.patience(3).smallestImprovement(0.02))
            .run()) {
      assertThat(listened.epochs()).hasSize(Outcome.of(temp).metrics().size());
    }
  }

  @Test
  void withoutAValidationPartThereIsNothingToStopBy() {
    assertThatThrownBy(
            () ->
                SmallRuns.trainBlobs(
                    SmallRuns.rows(temp, "early-stopping", "2", "validation", "0")))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("early stopping: expected data with a validation part");
    assertThatThrownBy(() -> EarlyStopping.patience(0))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("patience: expected at least 1 epoch");
  }
}
