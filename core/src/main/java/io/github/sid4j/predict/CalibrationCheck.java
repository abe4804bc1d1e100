package io.github.sid4j.predict;

import io.github.sid4j.error.InputException;
import io.github.sid4j.predict.Calibration.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a {@code calibration.json} can be one. It comes with the models of others. */
final class CalibrationCheck {
  private static final double LEAST_TEMPERATURE = 0.01;
  private static final double HIGHEST_TEMPERATURE = 100;

  /** Shares are sums of many, and may be a little off. */
  private static final double ROUNDING = 1e-9;

  private final String file;
  private final Calibration calibration;

  CalibrationCheck(String file, Calibration calibration) {
    this.file = file;
    this.calibration = calibration;
  }

  /** All that does not depend on the model. */
  void run() {
    if (calibration.formatVersion() != Calibration.FORMAT) {
      throw wrong(
          "format_version",
          Integer.toString(Calibration.FORMAT),
          Integer.toString(calibration.formatVersion()));
    }
    String hash = calibration.weightsSha256();
    if (hash == null || !hash.matches("[0-9a-f]{64}")) {
      throw wrong("weights_sha256", "64 hexadecimal digits", hash == null ? "null" : "others");
    }
    atLeast("samples", 1, calibration.samples());
    if (calibration.modules().isEmpty()) {
      throw wrong("modules", "one for each module of the model", "none");
    }
    present("exit", calibration.exit());
    rule("exit", calibration.exit());
    outcome("full", calibration.full());
    outcome("chosen", calibration.chosen());
    modules(calibration.modules());
    for (int i = 0; i < calibration.curve().size(); i++) {
      outcome("curve[" + i + "]", calibration.curve().get(i));
    }
    if (calibration.test() != null) {
      test(calibration.test());
    }
    if (calibration.time() != null) {
      time(calibration.time());
    }
    if (calibration.noneOfThese() != null) {
      noneOfThese(calibration.noneOfThese());
    }
    if (calibration.jointReadout() != null) {
      jointReadout(calibration.jointReadout());
    }
  }

  /** Whether it is of a cascade of so many modules. */
  void modulesAre(int depth) {
    if (calibration.modules().size() != depth) {
      throw wrong(
          "modules",
          "one for each of the model's %s".formatted(depth),
          Integer.toString(calibration.modules().size()));
    }
  }

  private void modules(List<Calibration.Module> modules) {
    double compute = 0;
    for (int i = 0; i < modules.size(); i++) {
      String field = "modules[" + i + "]";
      Calibration.Module module = modules.get(i);
      present(field, module);
      if (module.index() != i + 1) {
        throw wrong(field + ".index", Integer.toString(i + 1), Integer.toString(module.index()));
      }
      between(field + ".temperature", module.temperature(), LEAST_TEMPERATURE, HIGHEST_TEMPERATURE);
      between(field + ".accuracy", module.accuracy(), 0, 1);
      between(field + ".ece", module.ece(), 0, 1 + ROUNDING);
      between(field + ".ece_tempered", module.eceTempered(), 0, 1 + ROUNDING);
      between(field + ".compute", module.compute(), compute, 1 + ROUNDING);
      compute = module.compute();
    }
  }

  private void test(Calibration.Test test) {
    atLeast("test.samples", 1, test.samples());
    outcome("test.full", test.full());
    outcome("test.chosen", test.chosen());
    errors("test.ece", test.ece());
    errors("test.ece_tempered", test.eceTempered());
  }

  private void errors(String field, List<Double> errors) {
    int modules = calibration.modules().size();
    if (errors.size() != modules) {
      throw wrong(field, modules + " numbers", Integer.toString(errors.size()));
    }
    for (int i = 0; i < modules; i++) {
      present(field + "[" + i + "]", errors.get(i));
      between(field + "[" + i + "]", errors.get(i), 0, 1 + ROUNDING);
    }
  }

  private void time(Calibration.Time time) {
    atLeast("time.samples", 1, time.samples());
    atLeast("time.turns", 1, time.turns());
    atLeast("time.threads", 1, time.threads());
    between("time.full_seconds", time.fullSeconds(), 0, Double.MAX_VALUE);
    between("time.chosen_seconds", time.chosenSeconds(), 0, Double.MAX_VALUE);
  }

  private void noneOfThese(Calibration.NoneOfThese one) {
    between("none_of_these.share", one.share(), 0, 1);
    between("none_of_these.threshold", one.threshold(), 0, 1);
    between("none_of_these.refused", one.refused(), 0, 1);
    if (one.refusedTest() != null) {
      between("none_of_these.refused_test", one.refusedTest(), 0, 1);
    }
    if (one.unknown() != null) {
      atLeast("none_of_these.unknown.samples", 1, one.unknown().samples());
      atLeast("none_of_these.unknown.known", 1, one.unknown().known());
      between("none_of_these.unknown.refused", one.unknown().refused(), 0, 1);
      between("none_of_these.unknown.auroc", one.unknown().auroc(), 0, 1);
    }
  }

  private void jointReadout(Calibration.JointReadout joint) {
    int modules = calibration.modules().size();
    if (joint.weights().size() != modules) {
      throw wrong(
          "joint_readout.weights", modules + " numbers", Integer.toString(joint.weights().size()));
    }
    for (int i = 0; i < modules; i++) {
      String field = "joint_readout.weights[" + i + "]";
      present(field, joint.weights().get(i));
      between(field, joint.weights().get(i), 0, Double.MAX_VALUE);
    }
    between("joint_readout.accuracy", joint.accuracy(), 0, 1);
    between("joint_readout.ece", joint.ece(), 0, 1 + ROUNDING);
    if (joint.testAccuracy() != null) {
      between("joint_readout.test_accuracy", joint.testAccuracy(), 0, 1);
    }
    if (joint.testEce() != null) {
      between("joint_readout.test_ece", joint.testEce(), 0, 1 + ROUNDING);
    }
  }

  private void outcome(String field, Outcome outcome) {
    present(field, outcome);
    present(field + ".rule", outcome.rule());
    rule(field + ".rule", outcome.rule());
    between(field + ".accuracy", outcome.accuracy(), 0, 1);
    between(field + ".compute", outcome.compute(), 0, 1 + ROUNDING);
    between(field + ".mean_depth", outcome.meanDepth(), 1, calibration.modules().size() + ROUNDING);
  }

  /** The threshold is the rule's own matter. */
  private void rule(String field, ExitRule rule) {
    present(field + ".kind", rule.kind());
  }

  private void present(String field, @Nullable Object value) {
    if (value == null) {
      throw wrong(field, "a value", "null");
    }
  }

  private void atLeast(String field, int least, int found) {
    if (found < least) {
      throw wrong(field, "at least " + least, Integer.toString(found));
    }
  }

  /** What is not a number comes from a null. */
  private void between(String field, double found, double low, double high) {
    if (!(found >= low && found <= high)) {
      String expected =
          high == Double.MAX_VALUE
              ? "a finite number of at least " + low
              : "a number from %s to %s".formatted(low, Math.round(high * 1e6) / 1e6);
      throw wrong(field, expected, Double.isNaN(found) ? "null" : Double.toString(found));
    }
  }

  private InputException wrong(String field, String expected, String found) {
    return new InputException(
        file + " " + field, expected, found, "calibrate again, or predict with uncalibrated=true");
  }
}
