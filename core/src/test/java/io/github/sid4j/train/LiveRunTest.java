package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.EpochBeliefs.SampleBeliefs;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.internal.train.MeasureSums;
import io.github.sid4j.internal.train.Progress;
import io.github.sid4j.internal.train.RunParts;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run leaves for those who look on while it trains. */
class LiveRunTest {
  @TempDir private Path temp;

  private List<EpochBeliefs> beliefs(Path folder) throws IOException {
    return new BeliefsLog(new RunPaths(folder).beliefsLog()).readSoFar();
  }

  @Test
  void theBeliefsOfEveryEpochAreThoseOfTheCascade() throws IOException {
    Trained trained = SmallRuns.train(SmallRuns.digits(temp, "epochs", "2"));
    TrackedSamples samples = RunJson.read(new RunPaths(temp).samples(), TrackedSamples.class);
    Examples validation = trained.data().validation();
    int[] predicted = trained.predict(validation);
    List<EpochBeliefs> beliefs = beliefs(temp);
    assertThat(samples.part()).isEqualTo("validation");
    assertThat(samples.samples()).hasSize(ExampleSampler.COUNT);
    assertThat(beliefs.stream().map(EpochBeliefs::epoch)).containsExactly(1, 2);
    for (int k = 0; k < samples.samples().size(); k++) {
      int index = samples.samples().get(k).index();
      SampleBeliefs last = beliefs.get(1).samples().get(k);
      assertThat(samples.samples().get(k).label()).isEqualTo(validation.label(index));
      assertThat(last.classes()).hasSize(4).startsWith(validation.label(index));
      assertThat(last.beliefs()).hasSize(4);
      assertThat(last.beliefs().get(0)).containsOnly(0.1);
      List<Double> end = last.beliefs().get(3);
      assertThat(end.subList(1, 4)).isSortedAccordingTo(Collections.reverseOrder());
      assertThat(end.stream().mapToDouble(p -> p).sum()).isLessThanOrEqualTo(1 + 1e-5);
      int strongest = last.classes().get(end.indexOf(Collections.max(end)));
      assertThat(strongest).isEqualTo(predicted[index]);
    }
  }

  @Test
  void itReportsWhatItIsAtUntilItIsOver() throws IOException {
    RunPaths paths = new RunPaths(temp);
    Training.of(SmallRuns.rows(temp)).dataset(SmallRuns.blobs()).stopWhen(() -> true).run();
    LiveStatus left = RunJson.read(paths.live(), LiveStatus.class);
    assertThat(left.epochs()).isEqualTo(3);
    assertThat(left.stepsPerEpoch()).isEqualTo(SmallRuns.BLOB_STEPS);
    assertThat(left.peakBytes()).isPositive();
    SmallRuns.trainBlobs(SmallRuns.rows(temp, "resume", "true"));
    assertThat(paths.live()).doesNotExist();
  }

  @Test
  void aStepIsReportedOnceItsSecondIsOver() throws IOException {
    LiveListener live = new LiveListener(temp.resolve("live.json"));
    MeasureSums sums = MeasureSums.zero(2);
    sums.samples()[0] = 8;
    sums.correct()[1] = 6;
    sums.loss()[0] = 4;
    sums.loss()[1] = 12;
    Progress[] now = {new Progress(2, 3, 13, sums, 1, null, null, null, 100, 9, 4, 0, 9)};
    TrainingContext context =
        new RunContext(
            new RunParts(null, null, null, null, null),
            new TrainingStart(
                Optional.of(temp),
                Settings.defaults(),
                null,
                null,
                new Course(2, 10, 8, 0, List.of(), 0),
                new ResumePoint(0, 0)),
            () -> now[0],
            new MemoryJournal());
    live.stepped(context, new TrainedStep(2, 3, 1.0));
    LiveStatus reported = RunJson.read(temp.resolve("live.json"), LiveStatus.class);
    assertThat(reported.doing()).isEqualTo("training");
    assertThat(reported.epoch()).isEqualTo(2);
    assertThat(reported.stepInEpoch()).isEqualTo(3);
    assertThat(reported.samplesPerSecond()).isEqualTo(2.0);
    assertThat(reported.loss()).isCloseTo(2.0, within(1e-12));
    assertThat(reported.accuracy()).containsExactly(0.0, 0.75);
    now[0] = Progress.start(2);
    live.stepped(context, new TrainedStep(1, 1, 1.0));
    assertThat(RunJson.read(temp.resolve("live.json"), LiveStatus.class)).isEqualTo(reported);
    live.testing(context);
    reported = RunJson.read(temp.resolve("live.json"), LiveStatus.class);
    assertThat(reported.doing()).isEqualTo("test");
    assertThat(reported.samplesPerSecond()).isNull();
    assertThat(reported.accuracy()).isEmpty();
  }

  @Test
  void aResumedRunLeavesTheBeliefsOfOneThatWasNotStopped() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    SmallRuns.trainBlobs(SmallRuns.rows(whole));
    int[] steps = {0};
    Training.of(SmallRuns.rows(parts))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == SmallRuns.BLOB_STEPS + 2)
        .run();
    // As if it had been killed after the epoch and before its checkpoint, while it wrote another.
    Path log = new RunPaths(parts).beliefsLog();
    String line = Files.readString(log);
    Files.writeString(
        log, line.replace("\"epoch\":1", "\"epoch\":2") + "{\"ep", StandardOpenOption.APPEND);
    SmallRuns.trainBlobs(SmallRuns.rows(parts, "resume", "true"));
    assertThat(Files.readString(log)).isEqualTo(Files.readString(new RunPaths(whole).beliefsLog()));
  }

  @Test
  void beliefsThatAreDamagedStopNoRun() throws IOException {
    int[] steps = {0};
    Training.of(SmallRuns.rows(temp))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == 2 * SmallRuns.BLOB_STEPS + 2)
        .run();
    Path log = new RunPaths(temp).beliefsLog();
    List<String> lines = Files.readAllLines(log);
    Files.write(log, List.of(lines.get(0), "\0\0\0", lines.get(1)));
    SmallRuns.trainBlobs(SmallRuns.rows(temp, "resume", "true"));
    assertThat(beliefs(temp).stream().map(EpochBeliefs::epoch)).containsExactly(1, 3);
  }

  @Test
  void aRunOfAVersionThatLeftNoBeliefsResumes() throws IOException {
    int[] steps = {0};
    Training.of(SmallRuns.rows(temp))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++steps[0] == SmallRuns.BLOB_STEPS + 2)
        .run();
    RunPaths paths = new RunPaths(temp);
    Files.delete(paths.beliefsLog());
    Files.delete(paths.samples());
    Files.delete(paths.live());
    SmallRuns.trainBlobs(SmallRuns.rows(temp, "resume", "true"));
    assertThat(beliefs(temp).stream().map(EpochBeliefs::epoch)).containsExactly(2, 3);
    assertThat(paths.samples()).exists();
  }
}
