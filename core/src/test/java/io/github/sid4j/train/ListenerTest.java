package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListenerTest {
  @TempDir private Path temp;

  /** Records what it hears. */
  private static final class Diary implements TrainingListener {
    private final List<String> lines = new ArrayList<>();
    private TrainingStart start;

    @Override
    public void started(TrainingContext context, TrainingStart now) {
      start = now;
      lines.add("started after " + now.resumed().epochs() + "." + now.resumed().steps());
    }

    @Override
    public void stepped(TrainingContext context, TrainedStep step) {
      assertThat(step.loss()).isPositive().isFinite();
      lines.add("step " + step.epoch() + "." + step.stepInEpoch());
    }

    @Override
    public void epochEnded(TrainingContext context, EpochMetrics metrics) {
      lines.add("epoch " + metrics.epoch() + " at step " + metrics.step());
    }

    @Override
    public void warned(String line) {
      lines.add("warned");
    }

    @Override
    public void ended(TrainingContext context, RunResult result) {
      assertThat(Files.exists(start.runFolder().orElseThrow().resolve("result.json"))).isTrue();
      lines.add("ended after " + result.epochs());
    }
  }

  @Test
  void everyStepAndEpochIsReportedInOrder() throws IOException {
    Diary diary = new Diary();
    Training.of(SmallRuns.rows(temp, "epochs", "2", "validation", "0.2"))
        .dataset(SmallRuns.blobs())
        .listeners(diary)
        .run();
    assertThat(diary.lines)
        .containsExactly(
            "warned", // Of few steps, and of samples that fill no batch.
            "warned",
            "started after 0.0",
            "step 1.1",
            "step 1.2",
            "step 1.3",
            "step 1.4",
            "epoch 1 at step 4",
            "step 2.1",
            "step 2.2",
            "step 2.3",
            "step 2.4",
            "epoch 2 at step 8",
            "ended after 2");
    // [2]->48->24 with biases, and three of [3+24]->24->3.
    long parameters = 2 * 48 + 48 + 48 * 24 + 24 + 3 * (27 * 24 + 24 + 24 * 3 + 3);
    assertThat(diary.start)
        .isEqualTo(
            new TrainingStart(
                Optional.of(temp),
                diary.start.settings(),
                new DataSummary(
                    "blobs",
                    List.of(
                        new DataFact(
                            "classes",
                            "3, each with samples to train/validate/test: a 24/6/10, b 24/6/10, c"
                                + " 24/6/10")),
                    72,
                    0,
                    18,
                    30),
                new ModelSummary("mlp", PrecisionChoice.named("fp32"), parameters, 3, List.of()),
                new Course(2, 4, 16, 8, List.of(), 0),
                new ResumePoint(0, 0)));
  }

  @Test
  void aResumedRunReportsOnlyWhatIsNew() throws IOException {
    int[] steps = {0};
    Training.of(SmallRuns.rows(temp, "epochs", "2"))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == SmallRuns.BLOB_STEPS + 4)
        .run();
    Diary diary = new Diary();
    Training.of(SmallRuns.rows(temp, "epochs", "2", "resume", "true"))
        .dataset(SmallRuns.blobs())
        .listeners(diary)
        .run();
    assertThat(diary.lines)
        .containsExactly("started after 1.4", "step 2.5", "epoch 2 at step 10", "ended after 2");
  }
}
