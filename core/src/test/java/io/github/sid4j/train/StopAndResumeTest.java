package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.testkit.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class StopAndResumeTest {
  private static final int EPOCHS = 3;

  @TempDir private static Path shared;
  private static Outcome undisturbed;

  @TempDir private Path temp;

  @BeforeAll
  static void trainUndisturbed() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(shared.resolve("undisturbed")));
    undisturbed = Outcome.of(shared.resolve("undisturbed"));
  }

  /** Trains until a number of steps, of this process alone, have been taken. */
  private boolean trainSteps(int steps, String... settings) throws IOException {
    int[] taken = {0};
    return Training.of(SmallRuns.rows(temp, settings))
        .dataset(SmallRuns.blobs())
        .stopWhen(() -> ++taken[0] == steps)
        .run()
        .result()
        .isPresent();
  }

  static Stream<Arguments> everyStep() {
    return Stream.iterate(1, step -> step <= EPOCHS * SmallRuns.BLOB_STEPS, step -> step + 1)
        .map(step -> Arguments.of(step, step % 3));
  }

  @ParameterizedTest(name = "after step {0}, a checkpoint each {1} steps")
  @MethodSource("everyStep")
  void aRunThatWasStoppedEndsAsIfItHadNotBeen(int step, int every) throws IOException {
    String checkpoints = Integer.toString(every);
    assertThat(trainSteps(step, "checkpoint-steps", checkpoints)).isFalse();
    assertThat(new RunPaths(temp).result()).doesNotExist();
    assertThat(newestCheckpoint()).isEqualTo(step);
    assertThat(trainSteps(0, "checkpoint-steps", checkpoints, "resume", "true")).isTrue();
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  @Test
  void aRunThatIsStoppedAfterEveryStepEndsAsIfItHadNotBeen() throws IOException {
    int sessions = 0;
    // The last session finds all steps taken, and only tests.
    while (!trainSteps(1, "resume", "true")) {
      sessions++;
    }
    assertThat(sessions).isEqualTo(EPOCHS * SmallRuns.BLOB_STEPS);
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  @ParameterizedTest
  @CsvSource({
    "sid,threads,adam",
    "sid,two-phase,adamw",
    "backprop,single-pass,sgd",
    "deep-supervision,single-pass,adam",
    "sid,single-pass,muon"
  })
  void everyMethodExecutionAndOptimizerResumes(String method, String execution, String optimizer)
      throws IOException {
    String[] settings = {
      "method",
      method,
      "execution",
      execution,
      "optimizer",
      optimizer,
      "schedule",
      "cosine",
      "warmup",
      "1.5",
      "resume",
      "true"
    };
    assertThat(trainSteps(SmallRuns.BLOB_STEPS + 2, settings)).isFalse();
    assertThat(trainSteps(0, settings)).isTrue();
    Outcome resumed = Outcome.of(temp);
    settings[settings.length - 2] = "out";
    settings[settings.length - 1] = shared.resolve(method + execution).toString();
    SmallRuns.trainBlobs(SmallRuns.rows(temp, settings));
    assertThat(resumed).isEqualTo(Outcome.of(shared.resolve(method + execution)));
  }

  @Test
  void anExtractorWithAnOptimizerOfItsOwnResumesToo() throws IOException {
    String[] settings = {"extractor-optimizer", "sgd", "extractor-lr", "0.1", "resume", "true"};
    assertThat(trainSteps(SmallRuns.BLOB_STEPS + 2, settings)).isFalse();
    assertThat(trainSteps(0, settings)).isTrue();
    Outcome resumed = Outcome.of(temp);
    Path whole = shared.resolve("extractor-optimizer");
    SmallRuns.trainBlobs(
        SmallRuns.rows(whole, "extractor-optimizer", "sgd", "extractor-lr", "0.1"));
    assertThat(resumed).isEqualTo(Outcome.of(whole)).isNotEqualTo(undisturbed);
  }

  @Test
  void slowAndAveragedWeightsResumeToo() throws IOException {
    String[] settings = {
      "lookahead", "2", "ema", "0.7", "schedule", "triangular", "resume", "true"
    };
    assertThat(trainSteps(SmallRuns.BLOB_STEPS + 2, settings)).isFalse();
    assertThat(trainSteps(0, settings)).isTrue();
    Path whole = shared.resolve("slow");
    SmallRuns.trainBlobs(
        SmallRuns.rows(whole, "lookahead", "2", "ema", "0.7", "schedule", "triangular"));
    assertThat(Outcome.of(temp)).isEqualTo(Outcome.of(whole)).isNotEqualTo(undisturbed);
  }

  @Test
  void augmentedDataResumesToo() throws IOException {
    Path whole = temp.resolve("whole");
    Path parts = temp.resolve("parts");
    SmallRuns.train(SmallRuns.digits(whole, "epochs", "2"));
    int[] steps = {0};
    Training.of(SmallRuns.digits(parts, "epochs", "2")).stopWhen(() -> ++steps[0] == 27).run();
    SmallRuns.train(SmallRuns.digits(parts, "epochs", "2", "resume", "true"));
    assertThat(Outcome.of(parts)).isEqualTo(Outcome.of(whole));
  }

  @Test
  void resumeStartsARunWhereThereIsNone() throws IOException {
    assertThat(trainSteps(0, "resume", "true")).isTrue();
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  @Test
  void aRunKilledBeforeItsFirstCheckpointStartsFromTheBeginning() throws IOException {
    trainSteps(1);
    try (Stream<Path> files = Files.walk(temp.resolve("checkpoints"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    assertThat(trainSteps(0, "resume", "true")).isTrue();
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  @Test
  void aRunKilledRightBehindItsLastCheckpointStillGetsItsWeights() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(temp));
    RunPaths paths = new RunPaths(temp);
    Files.delete(paths.result());
    Files.delete(paths.weights());
    Files.delete(paths.best());
    assertThat(trainSteps(0, "resume", "true")).isTrue();
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  @Test
  void aStoppedRunKeepsTheNewestCheckpointsAndAFinishedOneTwo() throws IOException {
    trainSteps(7, "checkpoint-steps", "1", "keep-checkpoints", "3");
    assertThat(checkpoints()).containsExactly("step-000000005", "step-000000006", "step-000000007");
    trainSteps(0, "checkpoint-steps", "1", "keep-checkpoints", "3", "resume", "true");
    assertThat(checkpoints()).containsExactly("step-000000014", "step-000000015");
  }

  @Test
  void aRunWhoseNewestCheckpointIsDamagedAfterItsEndResumesFromTheOneBefore() throws IOException {
    trainSteps(0, "checkpoint-steps", "1", "keep-checkpoints", "3");
    RunPaths paths = new RunPaths(temp);
    Files.delete(paths.result());
    Files.write(paths.checkpoints().resolve("step-000000015/manifest.json"), new byte[512]);
    assertThat(trainSteps(0, "resume", "true")).isTrue();
    assertThat(Outcome.of(temp)).isEqualTo(undisturbed);
  }

  private List<String> checkpoints() throws IOException {
    try (Stream<Path> folders = Files.list(temp.resolve("checkpoints"))) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private long newestCheckpoint() throws IOException {
    try (Stream<Path> folders = Files.list(temp.resolve("checkpoints"))) {
      return folders
          .mapToLong(path -> Long.parseLong(path.getFileName().toString().substring(5)))
          .max()
          .orElseThrow();
    }
  }
}
