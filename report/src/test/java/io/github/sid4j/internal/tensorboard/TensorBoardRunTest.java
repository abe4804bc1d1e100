package io.github.sid4j.internal.tensorboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.internal.tensorboard.EventFiles.Value;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run reports to TensorBoard. */
class TensorBoardRunTest {
  @TempDir private Path temp;

  private static Trained train(Path out, String... settings) throws IOException {
    return Training.of(SmallRun.shared(out, settings)).run();
  }

  private Map<String, Map<Long, Value>> reported() throws IOException {
    return EventFiles.read(temp.resolve("tensorboard"));
  }

  private void agreesWithTheMetrics() throws IOException {
    Map<String, Map<Long, Value>> reported = reported();
    for (EpochMetrics epoch : new MetricsLog(new RunPaths(temp).metrics()).read()) {
      scalar(reported, "run/validation_accuracy", epoch, epoch.validationAccuracy());
      scalar(reported, "run/learning_rate", epoch, epoch.learningRate());
      scalar(reported, "run/samples_per_second", epoch, epoch.samplesPerSecond());
      epoch
          .modules()
          .forEach(
              module -> {
                String name = "/module_" + module.index();
                scalar(reported, "train_kl_target" + name, epoch, module.train().klTarget());
                scalar(reported, "validation_slack" + name, epoch, module.validation().slack());
                scalar(
                    reported, "validation_accuracy" + name, epoch, module.validation().accuracy());
              });
    }
  }

  private static void scalar(
      Map<String, Map<Long, Value>> reported, String tag, EpochMetrics epoch, double value) {
    assertThat(reported.get(tag).get((long) epoch.epoch()).numbers())
        .as(tag)
        .containsExactly((double) (float) value);
  }

  @Test
  void everyEpochIsReportedWithTheNumbersOfTheMetrics() throws IOException {
    train(temp, "epochs", "2", "tensorboard", "true").close();
    agreesWithTheMetrics();
    assertThat(reported().get("run/train_accuracy")).containsOnlyKeys(1L, 2L);
  }

  @Test
  void modulesThatAreNotTrainedToAnswerAreNotReported() throws IOException {
    train(temp, "epochs", "1", "tensorboard", "true", "method", "backprop").close();
    assertThat(reported().keySet())
        .contains("train_accuracy/module_3", "belief_label/module_3")
        .noneMatch(tag -> tag.endsWith("module_1") || tag.endsWith("module_2"));
    String text =
        new String(
            reported().get("samples/beliefs").get(1L).strings().get(0), StandardCharsets.UTF_8);
    assertThat(text.lines().findFirst()).contains("| sample | class | module 3 |");
    assertThat(text.lines().skip(2))
        .allMatch(line -> line.matches("\\| \\d+ \\| \\w+ \\| \\d+\\.\\d % \\|"));
  }

  @Test
  void histogramsCountTheValidationPartByItsBeliefs() throws IOException {
    Examples validation;
    double right = 0;
    try (Trained trained = train(temp, "epochs", "1", "tensorboard", "true")) {
      validation = trained.data().validation();
      int[] predicted = trained.predict(validation);
      for (int i = 0; i < predicted.length; i++) {
        right += predicted[i] == validation.label(i) ? 1 : 0;
      }
    }
    for (String tag : List.of("belief_label/module_3", "belief_strongest/module_3")) {
      List<Double> rows = reported().get(tag).get(1L).numbers();
      double all = 0;
      double above = 0;
      for (int row = 0; row < rows.size(); row += 3) {
        all += rows.get(row + 2);
        above += rows.get(row) >= 0.5 ? rows.get(row + 2) : 0;
      }
      assertThat(all).isEqualTo(validation.size());
      // A module that gives the label more than half of the belief is right.
      assertThat(above).isPositive();
      if (tag.startsWith("belief_label")) {
        assertThat(above).isLessThanOrEqualTo(right);
      } else {
        assertThat(rows.get(2)).as("of ten classes one has a tenth at least").isZero();
      }
    }
  }

  @Test
  void samplesAreOfTheValidationPart() throws IOException {
    Examples validation;
    try (Trained trained = train(temp, "epochs", "1", "tensorboard", "true")) {
      validation = trained.data().validation();
    }
    TrackedSamples samples = RunJson.read(new RunPaths(temp).samples(), TrackedSamples.class);
    int first = samples.samples().get(0).index();
    Value image = reported().get("samples/01 " + validation.label(first)).get(1L);
    assertThat(image.strings().get(0)).isEqualTo("8".getBytes(StandardCharsets.US_ASCII));
    assertThat(image.strings().get(2)).isEqualTo(validation.png(first).orElseThrow());
    String text =
        new String(
            reported().get("samples/beliefs").get(1L).strings().get(0), StandardCharsets.UTF_8);
    assertThat(text.lines()).hasSize(2 + samples.samples().size());
    assertThat(text.lines().skip(2).findFirst().orElseThrow())
        .matches("\\| 1 \\| 0 \\|( \\d+\\.\\d % \\|){3}");
  }

  @Test
  void anEpochThatIsTrainedAgainIsReportedOnce() throws IOException {
    train(temp, "epochs", "3", "tensorboard", "true").close();
    RunPaths paths = new RunPaths(temp);
    // As if it had been killed before the checkpoint of its last epoch.
    Files.delete(paths.result());
    Path newest;
    try (Stream<Path> all = Files.list(paths.checkpoints())) {
      newest = all.max(Comparator.naturalOrder()).orElseThrow();
    }
    try (Stream<Path> files = Files.walk(newest)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    train(temp, "epochs", "3", "tensorboard", "true", "resume", "true").close();
    assertThat(EventFiles.in(paths.tensorBoard())).hasSize(2);
    agreesWithTheMetrics();
    assertThat(reported().get("run/train_accuracy")).containsOnlyKeys(1L, 2L, 3L);
  }

  @Test
  void withoutAValidationPartSamplesAreOfTheTrainingPart() throws IOException {
    train(temp, "epochs", "1", "tensorboard", "true", "validation", "0").close();
    assertThat(reported().keySet())
        .noneMatch(tag -> tag.contains("validation") || tag.startsWith("belief"))
        .contains("samples/beliefs", "samples/01 0");
  }

  @Test
  void itIsAnOptionThatChangesNothingElse() throws IOException {
    Path with = temp.resolve("with");
    Path without = temp.resolve("without");
    train(with, "tensorboard", "true").close();
    train(without).close();
    assertThat(without.resolve("tensorboard")).doesNotExist();
    RunPaths one = new RunPaths(with);
    RunPaths other = new RunPaths(without);
    assertThat(one.weights()).hasSameBinaryContentAs(other.weights());
    assertThat(one.beliefsLog()).hasSameBinaryContentAs(other.beliefsLog());
    assertThat(measures(one)).isEqualTo(measures(other));
  }

  private static List<List<ModuleMetrics>> measures(RunPaths run) throws IOException {
    return new MetricsLog(run.metrics()).read().stream().map(EpochMetrics::modules).toList();
  }
}
