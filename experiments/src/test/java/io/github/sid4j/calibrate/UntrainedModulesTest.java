package io.github.sid4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.Classifier;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import io.github.sid4j.testkit.SmallRun;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cascade whose last module alone was trained to answer stops at no other. */
class UntrainedModulesTest {
  @TempDir private static Path temp;

  private static Path run;

  @BeforeAll
  static void train() throws IOException {
    run = temp.resolve("run");
    Training.of(SmallRun.staged(run, "method", "backprop", "epochs", "1", "validation", "0.2"))
        .run();
  }

  private static void open(ExitRule rule) throws IOException {
    ClassifierOptions options = ClassifierOptions.defaults().withThreads(1).with(rule);
    Classifier.open(run, options).close();
  }

  @Test
  void calibrationTempersItAndChoosesNoRuleToStopEarly() throws IOException {
    Calibration calibration = Calibrator.calibrate(run, new Goal(Goal.Kind.LOSS, 100), 1);
    assertThat(calibration.exit()).isEqualTo(ExitRule.NEVER);
    assertThat(calibration.curve()).isEmpty();
    int depth = calibration.modules().size();
    assertThat(depth).isGreaterThan(1);
    assertThat(calibration.answering()).containsExactly(calibration.modules().get(depth - 1));
    assertThat(new RunPaths(run).calibrationPage())
        .content()
        .contains("module " + depth + ": ")
        .doesNotContain("module 1: ", "module 1, ");
    open(null);
    assertThatThrownBy(() -> Calibrator.calibrate(run, new Goal(Goal.Kind.BUDGET, 50), 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("budget: expected");
  }

  @Test
  void anExitRuleIsRefused() throws IOException {
    assertThatThrownBy(() -> open(ExitRule.confidence(0.9)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "exit rule: expected never with method backprop, which trains only the last module to"
                + " answer, found confidence:0.9; leave it out");
    open(ExitRule.NEVER);
  }

  @Test
  void aStoredRuleOfAnEarlierVersionIsRefused() throws IOException {
    RunPaths paths = new RunPaths(run);
    Calibration stored = Calibrator.calibrate(run, new Goal(Goal.Kind.LOSS, 1), 1);
    String text = RunJson.text(stored);
    assertThat(text).contains("\"exit\": {\n    \"kind\": \"never\"");
    Files.writeString(
        paths.calibration(), text.replaceFirst("\"kind\": \"never\"", "\"kind\": \"agreement\""));
    assertThatThrownBy(() -> open(null))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("calibration.json exit: expected never with method backprop")
        .hasMessageEndingWith("calibrate again");
    Files.delete(paths.calibration());
  }
}
