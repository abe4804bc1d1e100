package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.LengthChange;
import io.github.sid4j.internal.run.Provenance;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.testkit.Outcome;
import io.github.sid4j.testkit.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that get another length, and what of a run may be given again when it is resumed. */
@Tag("slow")
class ExtendedRunTest {
  @TempDir private Path temp;

  private Path run() {
    return temp.resolve("run");
  }

  /** Resumes the run with no more than is said here. */
  private Training resuming(String... given) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("resume", "true");
    texts.put("out", run().toString());
    for (int i = 0; i < given.length; i += 2) {
      texts.put(given[i], given[i + 1]);
    }
    return Training.of(Settings.parse(texts)).dataset(SmallRuns.blobs());
  }

  private Outcome whole(String... settings) throws IOException {
    Path whole = temp.resolve("whole");
    SmallRuns.trainBlobs(SmallRuns.rows(whole, settings));
    return Outcome.of(whole);
  }

  private Settings kept() throws IOException {
    return Settings.read(new RunPaths(run()).settings());
  }

  private static boolean stopAfter(int steps, Training training) throws IOException {
    int[] taken = {0};
    return training.stopWhen(() -> ++taken[0] == steps).run().result().isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"constant,''", "steps,'2,4'"})
  void aFinishedRunThatIsExtendedTwiceEndsAsOneThatHadTheLengthAtOnce(
      String schedule, String milestones) throws IOException {
    String[] same = {"schedule", schedule, "milestones", milestones};
    SmallRuns.trainBlobs(SmallRuns.rows(run(), with(same, "epochs", "2")));
    resuming("epochs", "3").run();
    resuming("epochs", "5").run();
    assertThat(Outcome.of(run())).isEqualTo(whole(with(same, "epochs", "5")));
    assertThat(kept().get(TrainingSetting.EPOCHS)).isEqualTo(5);
    long steps = SmallRuns.BLOB_STEPS;
    assertThat(RunJson.read(new RunPaths(run()).provenance(), Provenance.class).lengthChanges())
        .containsExactly(new LengthChange(2 * steps, 2, 3), new LengthChange(3 * steps, 3, 5));
  }

  private static String[] with(String[] settings, String name, String value) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add(name);
    all.add(value);
    return all.toArray(String[]::new);
  }

  @Test
  void aRunThatWasStoppedIsExtendedOrShortenedToo() throws IOException {
    stopAfter(7, Training.of(SmallRuns.rows(run())).dataset(SmallRuns.blobs()));
    assertThat(stopAfter(6, resuming("epochs", "6"))).isTrue();
    resuming("epochs", "4").run();
    assertThat(Outcome.of(run())).isEqualTo(whole("epochs", "4"));
  }

  @Test
  void anExtensionThatIsBrokenOffIsResumedWithoutSayingTheEpochsAgain() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(run(), "epochs", "2"));
    RunPaths paths = new RunPaths(run());
    String before = Files.readString(paths.result());
    assertThat(stopAfter(7, resuming("epochs", "4"))).isTrue();
    // Until the extended run is over, the result is that of the shorter one.
    assertThat(paths.result()).hasContent(before);
    assertThat(kept().get(TrainingSetting.EPOCHS)).isEqualTo(4);
    resuming().run();
    assertThat(Outcome.of(run())).isEqualTo(whole("epochs", "4"));
  }

  @Test
  void anExtensionThatIsKilledBeforeItsFirstStepIsResumed() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(run(), "epochs", "2"));
    class Killed extends RuntimeException {
      private static final long serialVersionUID = 1;
    }
    TrainingListener killer =
        new TrainingListener() {
          @Override
          public void started(TrainingContext context, TrainingStart start) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> resuming("epochs", "3").listeners(killer).run())
        .isInstanceOf(Killed.class);
    resuming().run();
    assertThat(Outcome.of(run())).isEqualTo(whole("epochs", "3"));
  }

  @Test
  void theCosineFollowsTheNewLengthAndTheStartNamesTheFormer() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(run(), "epochs", "2", "schedule", "cosine"));
    List<TrainingStart> starts = new ArrayList<>();
    resuming("epochs", "4")
        .listeners(
            new TrainingListener() {
              @Override
              public void started(TrainingContext context, TrainingStart start) {
                starts.add(start);
              }
            })
        .run();
    assertThat(starts.get(0).course().epochsBefore()).isEqualTo(2);
    assertThat(starts.get(0).settings().get(TrainingSetting.SCHEDULE)).isEqualTo("cosine");
    Outcome extended = Outcome.of(run());
    Outcome whole = whole("epochs", "4", "schedule", "cosine");
    assertThat(extended.metrics()).extracting("learningRate").hasSize(4);
    // From where it was extended, the rate is that of a run of the new length.
    assertThat(extended.metrics().get(2).learningRate())
        .isEqualTo(whole.metrics().get(2).learningRate());
    assertThat(extended.weights()).isNotEqualTo(whole.weights());
  }

  @Test
  void fewerEpochsThanAreDoneAreRefusedInOneLine() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(run(), "epochs", "3"));
    refuses(
        "epochs: expected at least the 3 that the run has done, found 2;"
            + " choose more, or leave epochs out",
        "epochs",
        "2");
  }

  @Test
  void anEpochThatIsBegunCannotBeLeftOut() throws IOException {
    stopAfter(
        SmallRuns.BLOB_STEPS + 2, Training.of(SmallRuns.rows(run())).dataset(SmallRuns.blobs()));
    refuses(
        "epochs: expected at least the 2 that the run has done, found 1;"
            + " choose more, or leave epochs out",
        "epochs",
        "1");
  }

  private void refuses(String line, String... given) throws IOException {
    Map<String, String> before = Tree.of(run());
    assertThatThrownBy(() -> resuming(given).run())
        .isInstanceOf(InputException.class)
        .hasMessage(line);
    assertThat(Tree.of(run())).isEqualTo(before);
  }

  @Test
  void aFinishedRunWithoutACheckpointCannotBeExtended() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(run(), "epochs", "2"));
    RunPaths paths = new RunPaths(run());
    try (Stream<Path> files = Files.walk(paths.checkpoints())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(paths.checkpoints())) {
          Files.delete(file);
        }
      }
    }
    refuses(
        paths.checkpoints()
            + ": expected a checkpoint to extend the finished run from, found none;"
            + " train a new run with more epochs in another folder",
        "epochs",
        "3");
  }

  @Test
  void whatIsNotGivenIsAsItWasInTheRun() throws IOException {
    String[] settings = {
      "seed", "7", "lr", "0.02", "schedule", "cosine", "optimizer", "adamw", "checkpoint-steps", "2"
    };
    stopAfter(7, Training.of(SmallRuns.rows(run(), settings)).dataset(SmallRuns.blobs()));
    resuming().run();
    assertThat(Outcome.of(run())).isEqualTo(whole(settings));
  }

  @ParameterizedTest
  @CsvSource({
    "checkpoint-steps,1",
    "keep-checkpoints,1",
    "tensorboard,true",
    "quiet,true",
    "precision,fp32",
    "precision,auto",
    "batch,auto",
    "epochs,auto",
    "cuts,''",
  })
  void whatDecidesNothingOrLeavesItOpenMayBeGiven(String name, String value) throws IOException {
    stopAfter(7, Training.of(SmallRuns.rows(run())).dataset(SmallRuns.blobs()));
    resuming(name, value).run();
    assertThat(Outcome.of(run())).isEqualTo(whole());
  }

  @Test
  void theFolderSaysHowTheRunIsResumedNextButNotThatItWasQuiet() throws IOException {
    stopAfter(7, Training.of(SmallRuns.rows(run())).dataset(SmallRuns.blobs()));
    stopAfter(1, resuming("checkpoint-steps", "4", "tensorboard", "true", "quiet", "true"));
    assertThat(kept().get(RunSetting.CHECKPOINT_STEPS)).isEqualTo(4);
    assertThat(kept().get(RunSetting.TENSORBOARD)).isTrue();
    assertThat(kept().get(RunSetting.QUIET)).isFalse();
    assertThat(kept().get(RunSetting.RESUME)).isFalse();
  }

  @Test
  void otherThreadsAreTakenAndReported() throws IOException {
    stopAfter(7, Training.of(SmallRuns.rows(run())).dataset(SmallRuns.blobs()));
    List<String> warnings = new ArrayList<>();
    TrainingListener hearing =
        new TrainingListener() {
          @Override
          public void warned(String line) {
            warnings.add(line);
          }
        };
    assertThat(resuming("threads", "2").listeners(hearing).run().result()).isPresent();
    assertThat(warnings)
        .contains(
            "the run began with 1 threads and resumes with 2; its numbers may differ a little");
    assertThat(kept().get(RunSetting.THREADS)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"batch=8", "seed=9", "lr=0.5", "modules=2", "method=backprop", "dataset=mnist"})
  void whatMustStayIsRefusedWithTheShortestCommandThatResumes(String pair) throws IOException {
    stopAfter(7, Training.of(SmallRuns.rows(run())).dataset(SmallRuns.blobs()));
    String[] given = pair.split("=", 2);
    Map<String, String> before = Tree.of(run());
    assertThatThrownBy(() -> resuming(given).run())
        .isInstanceOf(InputException.class)
        .hasMessageContaining(given[0] + ": " + given[1] + " instead of ")
        .hasMessageEndingWith(
            "; train with resume=true out=" + run() + " to resume it, or choose another folder");
    assertThat(Tree.of(run())).isEqualTo(before);
  }

  @Test
  void aFinishedRunIsNotChangedByWhatMayChange() throws IOException {
    SmallRuns.trainBlobs(SmallRuns.rows(run(), "epochs", "2"));
    RunResult result = RunJson.read(new RunPaths(run()).result(), RunResult.class);
    Map<String, String> before = Tree.of(run());
    assertThat(resuming("tensorboard", "true", "threads", "1").run().result()).contains(result);
    assertThat(Tree.of(run())).isEqualTo(before);
  }
}
