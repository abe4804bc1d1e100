package io.github.sid4j.cli;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.Classification;
import io.github.sid4j.run.ClassificationScores;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.Mistake;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.run.NoiseMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ObjectiveSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import io.github.sid4j.train.Course;
import io.github.sid4j.train.PrecisionChoice;
import io.github.sid4j.train.TrainingStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Invented runs to show. */
final class Runs {
  private static final PrecisionChoice FP32 =
      new PrecisionChoice(Precision.FP32, Map.of(), PrecisionChoice.Reason.NAMED);

  /** Settings that a start shows. */
  static final Settings SETTINGS =
      Settings.defaults()
          .with(TrainingSetting.BATCH, 32)
          .with(ObjectiveSetting.ALPHA, AlphaSpec.parse("0.9..0.3"));

  private static final Course COURSE = new Course(32, 14, List.of(), 0);

  private Runs() {}

  static TrainingStart start(int epochs) {
    return start(epochs, 0);
  }

  static TrainingStart noisy() {
    return start(1, 1259);
  }

  /** By another method. */
  static TrainingStart by(String method) {
    TrainingStart sid = start(1);
    return new TrainingStart(
        sid.runFolder(),
        SETTINGS.with(ModelSetting.METHOD, method),
        sid.dataset(),
        sid.facts(),
        sid.network(),
        sid.precision(),
        sid.parameters(),
        sid.modules(),
        sid.cuts(),
        sid.epochs(),
        sid.stepsPerEpoch(),
        sid.course(),
        sid.trainSize(),
        sid.noisyLabels(),
        sid.validationSize(),
        sid.testSize(),
        sid.resumedFromEpoch(),
        sid.resumedFromStep());
  }

  private static TrainingStart start(int epochs, int noisyLabels) {
    return new TrainingStart(
        Path.of("runs", "one"),
        SETTINGS,
        "digits",
        List.of(),
        "mlp",
        FP32,
        123456,
        2,
        List.of(),
        epochs,
        40,
        COURSE,
        1294,
        noisyLabels,
        143,
        360,
        0,
        0);
  }

  static TrainingStart start(Course course, String schedule) {
    return new TrainingStart(
        Path.of("runs", "one"),
        SETTINGS.with(TrainingSetting.SCHEDULE, schedule),
        "folder",
        List.of(),
        "simple-cnn",
        FP32,
        123456,
        5,
        List.of(),
        40,
        27,
        course,
        432,
        0,
        48,
        120,
        0,
        0);
  }

  static TrainingStart cut(Integer... cuts) {
    return new TrainingStart(
        Path.of("runs", "one"),
        SETTINGS,
        "cifar10",
        List.of(),
        "vgg11",
        FP32,
        123456,
        cuts.length + 1,
        List.of(cuts),
        3,
        40,
        COURSE,
        1294,
        0,
        143,
        360,
        0,
        0);
  }

  static TrainingStart resumed(int epochsDone, int stepsDone) {
    return new TrainingStart(
        Path.of("runs", "one"),
        SETTINGS,
        "digits",
        List.of(),
        "mlp",
        FP32,
        123456,
        2,
        List.of(),
        20,
        40,
        COURSE,
        1294,
        0,
        143,
        360,
        epochsDone,
        stepsDone);
  }

  static EpochMetrics epoch(int epoch, int modules) {
    List<ModuleMetrics> metrics =
        IntStream.rangeClosed(1, modules)
            .mapToObj(k -> new ModuleMetrics(k, beliefs(0.9), beliefs(0.875), null))
            .toList();
    return epoch(epoch, metrics);
  }

  static EpochMetrics noisyEpoch(int epoch) {
    NoiseMetrics none = new NoiseMetrics(0, null, null);
    NoiseMetrics some = new NoiseMetrics(40, 0.875, 0.75);
    return epoch(
        epoch,
        List.of(
            new ModuleMetrics(1, beliefs(0.9), beliefs(0.875), none),
            new ModuleMetrics(2, beliefs(0.9), beliefs(0.875), some)));
  }

  private static EpochMetrics epoch(int epoch, List<ModuleMetrics> metrics) {
    return new EpochMetrics(
        epoch, 40L * epoch, 0.001, 0.9, 0.875, 2.3, metrics, 12345.6, 0.004, 5.12);
  }

  static BeliefMetrics beliefs(double accuracy) {
    return new BeliefMetrics(accuracy, 0.25, 1.5, 0.875, 0.0123, 0.125, 0.01, 0.5, 0.3);
  }

  /** A large class, a small one, and one without a test sample. */
  static Classification classification() {
    return new Classification(
        new ClassificationScores(0.65, 0.55, 0.25, 0.875),
        new ClassificationScores(0.6, 0.5, 0.3, null),
        List.of(
            new ClassResult("large", 100, 106, 0.943, 1.0, 0.97, 0.875),
            new ClassResult("small\u001b[31m", 10, 4, 0.75, 0.3, 0.4286, 0.875),
            new ClassResult("none", 0, 0, null, null, null, null)),
        List.of(List.of(100, 0, 0), List.of(6, 3, 1), List.of(0, 0, 0)),
        List.of(new Mistake("small\u001b[31m", "large", 6)));
  }

  static RunResult result(String method, Classification classification) {
    RunResult one = result();
    return new RunResult(
        method,
        one.dataset(),
        one.seed(),
        one.parameters(),
        one.epochs(),
        one.bestEpoch(),
        one.validationAccuracy(),
        one.testAccuracy(),
        one.modules(),
        one.samplesPerSecond(),
        one.peakRssBytes(),
        one.wallSeconds(),
        one.version(),
        classification);
  }

  static RunResult result() {
    return new RunResult(
        "sid",
        "digits",
        1,
        123456,
        20,
        17,
        new Accuracies(0.98, 0.97),
        new Accuracies(0.975, 0.97222),
        List.of(new ModuleResult(1, 0.95, 0.5, 1.75), new ModuleResult(2, 0.97222, 0.25, 0.125)),
        12345.6,
        1L << 28,
        83.4,
        "0.1.0",
        null);
  }
}
