package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.data.Examples;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.model.Weights;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Calibration.Outcome;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.predict.Prediction;
import io.github.sid4j.report.testkit.PagePolicy;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.RunOpening;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class CalibratorTest {
  private static final Goal FIVE_POINTS = new Goal(Goal.Kind.LOSS, 5);

  @TempDir private static Path temp;

  private static Path run;
  private static Trained trained;
  private static Calibration calibration;

  @BeforeAll
  static void calibrate() throws IOException {
    run = temp.resolve("run");
    trained = train("run", "validation", "0.2");
    calibration = Calibrator.calibrate(run, FIVE_POINTS, 1);
  }

  private static Trained train(String name, String... others) throws IOException {
    return Training.of(SmallRun.staged(temp.resolve(name), others)).run();
  }

  private static Outcome really(Classifier classifier, Examples examples) {
    List<Prediction> predictions =
        classifier.classifyPrepared(DepthBeliefs.values(examples, 0, examples.size()));
    int right = 0;
    double depth = 0;
    double compute = 0;
    for (int i = 0; i < predictions.size(); i++) {
      right += predictions.get(i).best().index() == examples.label(i) ? 1 : 0;
      depth += predictions.get(i).depth();
      compute += calibration.modules().get(predictions.get(i).depth() - 1).compute();
    }
    double size = predictions.size();
    return new Outcome(calibration.exit(), right / size, compute / size, depth / size);
  }

  private static void assertSame(Outcome found, Outcome expected) {
    assertThat(found.rule()).isEqualTo(expected.rule());
    assertThat(found.accuracy()).isCloseTo(expected.accuracy(), within(1e-9));
    assertThat(found.compute()).isCloseTo(expected.compute(), within(1e-9));
    assertThat(found.meanDepth()).isCloseTo(expected.meanDepth(), within(1e-9));
  }

  @Test
  void whatIsStoredIsWhatAClassifierThenDoes() throws IOException {
    assertThat(calibration.exit().kind()).isNotEqualTo(ExitRule.Kind.NEVER);
    assertThat(calibration.chosen().compute()).isLessThan(1);
    try (Classifier classifier = Classifier.open(run)) {
      assertSame(really(classifier, trained.data().validation()), calibration.chosen());
      assertSame(really(classifier, trained.data().test()), calibration.test().chosen());
    }
  }

  @Test
  void theGoalIsReachedOnTheValidationPart() {
    assertThat(calibration.chosen().accuracy())
        .isGreaterThanOrEqualTo(calibration.full().accuracy() - 0.05 - 1e-9);
  }

  @Test
  void theTestPartDecidesNothing() throws IOException {
    // The same run over data whose test part has other labels would choose the same.
    assertThat(calibration.curve()).contains(calibration.chosen());
    assertThat(calibration.samples()).isEqualTo(trained.data().validation().size());
  }

  @Test
  void allBeliefsTogetherAreMeasured() {
    assertThat(calibration.jointReadout().weights()).hasSize(3);
    assertThat(calibration.jointReadout().testAccuracy()).isBetween(0.5, 1.0);
  }

  @Test
  void modulesCostMoreTheDeeperTheyAreAndAllIsAll() {
    assertThat(calibration.modules()).extracting(Calibration.Module::compute).isSorted();
    assertThat(calibration.modules().get(2).compute()).isEqualTo(1);
  }

  @Test
  void theFileHasWhatWasReturnedAndThePageIsNextToIt() throws Exception {
    RunPaths paths = new RunPaths(run);
    assertThat(RunJson.read(paths.calibration(), Calibration.class)).isEqualTo(calibration);
    assertThat(Files.readString(paths.calibrationPage()))
        .contains("Accuracy against compute")
        .contains("Module 3")
        .contains("All beliefs together")
        .contains(calibration.exit().toString());
    PagePolicy.check(Jsoup.parse(paths.calibrationPage()));
  }

  @Test
  void withoutItAllModulesAreComputedAndProbabilitiesAreAsTrained() throws IOException {
    ClassifierOptions options = ClassifierOptions.defaults().uncalibrated();
    try (Classifier classifier = Classifier.open(run, options)) {
      List<float[]> one = DepthBeliefs.values(trained.data().test(), 0, 1);
      assertThat(classifier.classifyPrepared(one).get(0).depth()).isEqualTo(3);
    }
  }

  @Test
  void aCalibrationOfOtherWeightsIsRefused() throws IOException {
    Path other = temp.resolve("other");
    train("other", "seed", "2");
    Files.copy(new RunPaths(run).calibration(), new RunPaths(other).calibration());
    assertThatThrownBy(() -> Classifier.open(other))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("calibrate again");
    ClassifierOptions options = ClassifierOptions.defaults().uncalibrated();
    try (Classifier classifier = Classifier.open(other, options)) {
      assertThat(classifier.depth()).isEqualTo(3);
    }
  }

  @Test
  void whatIsInForceIsSaid() throws IOException {
    try (Classifier classifier = Classifier.open(run)) {
      assertThat(classifier.inForce().exit()).isEqualTo(calibration.exit());
      assertThat(classifier.inForce().describe())
          .contains("stops early by " + calibration.exit() + ", as the calibration chose")
          .contains("at the temperatures");
    }
    ClassifierOptions plain = ClassifierOptions.defaults().uncalibrated();
    try (Classifier classifier = Classifier.open(run, plain)) {
      assertThat(classifier.inForce().describe())
          .isEqualTo(
              "computes all modules; probabilities as trained, the calibration is not used, as"
                  + " asked for");
    }
    ClassifierOptions last = ClassifierOptions.defaults().with(Weights.LAST);
    try (Classifier classifier = Classifier.open(run, last)) {
      assertThat(classifier.inForce().describe()).contains("of the best weights");
    }
  }

  @Test
  void aRunThatIsWrittenIsNotCalibrated() throws IOException {
    byte[] before = Files.readAllBytes(new RunPaths(run).calibration());
    try (RunFolder held = RunFolder.hold(run)) {
      assertThatThrownBy(() -> Calibrator.calibrate(held.paths().folder(), FIVE_POINTS, 1))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("nobody else is writing");
    }
    assertThat(Files.readAllBytes(new RunPaths(run).calibration())).isEqualTo(before);
  }

  @Test
  void fewSamplesSetNeitherARuleNorATemperature() throws IOException {
    Path few = temp.resolve("few");
    train("few", "validation", "0.01");
    Calibration kept = Calibrator.calibrate(few, new Goal(Goal.Kind.LOSS, 0.3), 1);
    assertThat(kept.exit()).isEqualTo(ExitRule.NEVER);
    assertThat(kept.decision().samplesNeeded()).isGreaterThan(1000);
    assertThat(kept.modules()).allMatch(module -> module.temperature() == 1);
    assertThat(kept.modules().get(0).fit().reason()).contains("too few");
  }

  @Test
  void aRunWithoutAValidationPartIsRefused() throws IOException {
    train("bare", "validation", "0");
    assertThatThrownBy(() -> Calibrator.calibrate(temp.resolve("bare"), FIVE_POINTS, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("validation=0.1");
  }

  @Test
  void answersBelowTheThresholdAreNoneOfTheseWhereThatWasAskedFor() throws IOException {
    try (Trained other = train("refusing", "validation", "0.2")) {
      Path refusing = other.folder().orElseThrow();
      float[] noise = new float[64];
      Refusal refusal = new Refusal(0.1, groups -> groups.accept(List.of(noise, noise)));
      Calibration.NoneOfThese found =
          Calibrator.calibrate(RunOpening.of(refusing), FIVE_POINTS, refusal, 1).noneOfThese();
      assertThat(found.refused()).isPositive().isLessThanOrEqualTo(0.1);
      assertThat(found.unknown().samples()).isEqualTo(2);
      assertThat(found.unknown().known()).isEqualTo(other.data().test().size());
      Examples test = other.data().test();
      List<float[]> values = DepthBeliefs.values(test, 0, test.size());
      try (Classifier classifier = Classifier.open(refusing)) {
        List<Prediction> answers = classifier.classifyPrepared(values);
        assertThat(answers.stream().filter(Prediction::isNoneOfThese).count())
            .isEqualTo(Math.round(found.refusedTest() * test.size()));
        assertThat(classifier.inForce().describe()).contains("none of these");
      }
      try (Classifier plain =
          Classifier.open(refusing, ClassifierOptions.defaults().uncalibrated())) {
        assertThat(plain.classifyPrepared(values)).noneMatch(Prediction::isNoneOfThese);
      }
    }
  }
}
