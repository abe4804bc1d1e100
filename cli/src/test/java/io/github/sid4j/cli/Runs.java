package io.github.sid4j.cli;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.PrecisionChoice;
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
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Course;
import io.github.sid4j.train.DataSummary;
import io.github.sid4j.train.ModelSummary;
import io.github.sid4j.train.ResumePoint;
import io.github.sid4j.train.TrainingStart;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final Optional<Path> FOLDER = Optional.of(Path.of("runs", "one"));
  private static final DataSummary DIGITS = new DataSummary("digits", List.of(), 1294, 0, 143, 360);
  private static final ModelSummary MLP = new ModelSummary("mlp", FP32, 123456, 2, List.of());
  private static final ResumePoint NEW = new ResumePoint(0, 0);

  private Runs() {}

  private static Course course(int epochs) {
    return new Course(epochs, 40, 32, 14, List.of(), 0);
  }

  static TrainingStart start(int epochs) {
    return new TrainingStart(FOLDER, SETTINGS, DIGITS, MLP, course(epochs), NEW);
  }

  static TrainingStart with(Settings settings) {
    return new TrainingStart(FOLDER, settings, DIGITS, MLP, course(20), NEW);
  }

  static TrainingStart noisy() {
    DataSummary noisy = new DataSummary("digits", List.of(), 1294, 1259, 143, 360);
    return new TrainingStart(FOLDER, SETTINGS, noisy, MLP, course(1), NEW);
  }

  /** By another method. */
  static TrainingStart by(String method) {
    return new TrainingStart(
        FOLDER, SETTINGS.with(ModelSetting.METHOD, method), DIGITS, MLP, course(1), NEW);
  }

  static TrainingStart start(Course course, String schedule) {
    return new TrainingStart(
        FOLDER,
        SETTINGS.with(TrainingSetting.SCHEDULE, schedule),
        new DataSummary("folder", List.of(), 432, 0, 48, 120),
        new ModelSummary("simple-cnn", FP32, 123456, 5, List.of()),
        course,
        NEW);
  }

  static TrainingStart cut(Integer... cuts) {
    return new TrainingStart(
        FOLDER,
        SETTINGS,
        new DataSummary("cifar10", List.of(), 1294, 0, 143, 360),
        new ModelSummary("vgg11", FP32, 123456, cuts.length + 1, List.of(cuts)),
        course(3),
        NEW);
  }

  static TrainingStart resumed(int epochsDone, int stepsDone) {
    return new TrainingStart(
        FOLDER, SETTINGS, DIGITS, MLP, course(20), new ResumePoint(epochsDone, stepsDone));
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
        classification,
        null);
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
        null,
        null);
  }
}
