package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs whose batches are cut into parts: a step is still one of a whole batch. */
class AccumulatedRunTest {
  @TempDir private Path temp;

  private static Settings settings(Path out, String method, String execution, String resume) {
    return SmallRuns.rows(
        out,
        "accumulate",
        "4",
        "method",
        method,
        "topology",
        "staged",
        "stages",
        "3",
        "network",
        "mlp",
        "execution",
        execution,
        "epochs",
        "2",
        "resume",
        resume);
  }

  @ParameterizedTest
  @CsvSource({
    "sid,single-pass,4",
    "sid,pipeline,8",
    "backprop,single-pass,6",
  })
  void aRunThatWasStoppedEndsAsIfItHadNotBeen(String method, String execution, int after)
      throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    SmallRuns.trainBlobs(settings(whole, method, execution, "false"));
    int[] asked = {0};
    Training.of(settings(parts, method, execution, "false"))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++asked[0] == after)
        .run();
    SmallRuns.trainBlobs(settings(parts, method, execution, "true"));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void aPipelineEndsAsOneBatchAfterTheOther() throws IOException {
    SmallRuns.trainBlobs(settings(temp.resolve("one"), "sid", "single-pass", "false"));
    SmallRuns.trainBlobs(settings(temp.resolve("other"), "sid", "pipeline", "false"));
    assertThat(Outcome.of(temp.resolve("other"))).isEqualTo(Outcome.of(temp.resolve("one")));
  }

  @ParameterizedTest
  @CsvSource({"single-pass", "pipeline"})
  void stepsAreThoseOfWholeBatches(String execution) throws IOException {
    List<Long> steps = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void stepped(TrainingContext context, TrainedStep step) {
            steps.add(step.stepInEpoch());
          }
        };
    Training.of(settings(temp, "sid", execution, "false"))
        .dataset(SmallRuns.blobs())
        .listeners(listener)
        .run();
    assertThat(steps).containsExactly(1L, 2L, 3L, 4L, 5L, 1L, 2L, 3L, 4L, 5L);
    assertThat(Outcome.of(temp).metrics()).extracting(EpochMetrics::step).containsExactly(5L, 10L);
  }

  /** There are 81 samples to train on. */
  @Test
  void theOnlyBatchOfASmallSetIsRefusedIfItCannotBeCut() {
    Settings settings = SmallRuns.rows(temp, "batch", "90", "accumulate", "2");
    assertThatThrownBy(() -> SmallRuns.trainBlobs(settings))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "accumulate: expected a divisor of the 81 samples to train on, which are one batch,"
                + " found 2; lower batch or change accumulate");
    assertThat(temp).isEmptyDirectory();
  }

  @Test
  void theOnlyBatchOfASmallSetIsCutIfItCanBe() throws IOException {
    Settings settings = SmallRuns.rows(temp, "batch", "90", "accumulate", "3", "epochs", "1");
    assertThat(SmallRuns.trainBlobs(settings).result()).isPresent();
  }
}
