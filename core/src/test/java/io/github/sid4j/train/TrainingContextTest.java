package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingContextTest {
  @TempDir private Path temp;

  /** Writes events down, without steps. */
  private static class Diary implements TrainingListener {
    final List<String> lines = new ArrayList<>();

    @Override
    public void started(TrainingContext context, TrainingStart start) throws IOException {
      lines.add("started");
    }

    @Override
    public void validating(TrainingContext context) {
      lines.add("validating after " + context.stepInEpoch());
    }

    @Override
    public void validated(TrainingContext context, EpochMetrics metrics) throws IOException {
      lines.add("validated " + context.epochs().size());
    }

    @Override
    public void checkpointed(TrainingContext context) {
      lines.add("checkpoint at " + context.step());
    }

    @Override
    public void epochEnded(TrainingContext context, EpochMetrics metrics) {
      lines.add("ended epoch " + metrics.epoch());
    }

    @Override
    public void testing(TrainingContext context) {
      lines.add("testing");
    }

    @Override
    public void ended(TrainingContext context, RunResult result) {
      lines.add("ended");
    }

    @Override
    public void stopped(TrainingContext context) {
      lines.add("stopped in " + context.epoch() + "." + context.stepInEpoch());
    }

    @Override
    public void failed(TrainingContext context, Throwable cause) {
      lines.add("failed by " + cause.getMessage());
    }
  }

  private static Training training(Path run, TrainingListener... listeners) {
    return Training.of(SmallRuns.rows(run, "epochs", "2"))
        .dataset(SmallRuns.blobs())
        .listeners(listeners);
  }

  @Test
  void eventsComeInOrder() throws IOException {
    Diary diary = new Diary();
    training(temp, diary).run().close();
    assertThat(diary.lines)
        .containsExactly(
            "started",
            "validating after 5",
            "validated 1",
            "checkpoint at 5",
            "ended epoch 1",
            "validating after 5",
            "validated 2",
            "checkpoint at 10",
            "ended epoch 2",
            "testing",
            "ended");
  }

  @Test
  void aListenerStopsTheTrainingAndItIsResumedToTheSameBits() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    training(whole).run().close();
    Diary diary =
        new Diary() {
          @Override
          public void stepped(TrainingContext context, TrainedStep step) {
            if (context.step() == 7) {
              context.requestStop();
            }
          }
        };
    try (Trained stopped = training(parts, diary).run()) {
      assertThat(stopped.result()).isEmpty();
      assertThat(stopped.epochs()).hasSize(1);
    }
    assertThat(diary.lines).endsWith("checkpoint at 7", "stopped in 2.2");
    SmallRuns.trainBlobs(SmallRuns.rows(parts, "epochs", "2", "resume", "true")).close();
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void aFailureReachesEveryListenerAndThenTheCaller() {
    Diary first = new Diary();
    Diary broken =
        new Diary() {
          @Override
          public void validated(TrainingContext context, EpochMetrics metrics) throws IOException {
            throw new IOException("no room");
          }
        };
    assertThatThrownBy(() -> training(temp, first, broken).run())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("no room");
    assertThat(first.lines).endsWith("validated 1", "failed by no room");
    assertThat(broken.lines).endsWith("failed by no room");
  }

  @Test
  void theViewOfTheCascadeHandsOutCopies() throws IOException {
    Diary looking =
        new Diary() {
          @Override
          public void started(TrainingContext context, TrainingStart start) {
            String name = context.cascade().names().iterator().next();
            double[] values = context.cascade().values(name);
            double first = values[0];
            values[0] = first + 1;
            assertThat(context.cascade().values(name)[0]).isEqualTo(first);
            assertThat(context.cascade().depth()).isEqualTo(3);
            assertThatThrownBy(() -> context.cascade().values("none"))
                .isInstanceOf(IllegalArgumentException.class);
          }
        };
    training(temp, looking).run().close();
  }
}
