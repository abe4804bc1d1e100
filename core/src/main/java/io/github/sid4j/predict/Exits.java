package io.github.sid4j.predict;

import io.github.sid4j.checkpoint.FileHash;
import io.github.sid4j.error.InputException;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.model.StoredModel.Weights;
import io.github.sid4j.run.RunJson;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ReshapeSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * How sure a cascade has to be, and how its probabilities are meant.
 *
 * @param rule when to stop early
 * @param temperatures of each module; empty for 1
 */
record Exits(ExitRule rule, List<Double> temperatures) {
  /** By the options, and by what is stored with the model for these weights. */
  static Exits of(StoredModel model, ClassifierOptions options) throws IOException {
    ExitRule wanted = options.exit();
    checkAnswers(model, wanted, "exit rule", "leave it out");
    boolean stored =
        options.calibrated()
            && options.weights() == Weights.BEST
            && Files.exists(model.paths().calibration());
    if (!stored) {
      return new Exits(wanted == null ? ExitRule.NEVER : wanted, List.of());
    }
    Calibration calibration = RunJson.read(model.paths().calibration(), Calibration.class);
    check(model, calibration);
    if (wanted == null) {
      String where = model.paths().calibration() + " exit";
      checkAnswers(model, calibration.exit(), where, "calibrate again");
    }
    return new Exits(
        wanted == null ? calibration.exit() : wanted,
        calibration.modules().stream().map(Calibration.Module::temperature).toList());
  }

  /** Stopping early takes the answer of an earlier module, so there must be one. */
  private static void checkAnswers(StoredModel model, ExitRule rule, String where, String remedy) {
    boolean early = rule != null && rule.kind() != ExitRule.Kind.NEVER;
    if (early && !model.settings().everyModuleAnswers() && hasSeveral(model)) {
      throw new InputException(
          where,
          "never with method %s, which trains only the last module to answer"
              .formatted(model.settings().get(ModelSetting.METHOD)),
          rule.toString(),
          remedy);
    }
  }

  /** A whole network is one module, whose answer is the last in any case. */
  private static boolean hasSeveral(StoredModel model) {
    return !model.settings().get(ModelSetting.SHAPE).equals("whole")
        || !model.settings().get(ReshapeSetting.GROWN_MODULES).isEmpty();
  }

  private static void check(StoredModel model, Calibration calibration) throws IOException {
    String where = model.paths().calibration().toString();
    if (calibration.formatVersion() != Calibration.FORMAT) {
      throw new InputException(
          where + " format_version",
          Integer.toString(Calibration.FORMAT),
          Integer.toString(calibration.formatVersion()),
          "calibrate again");
    }
    if (!FileHash.sha256(model.paths().best()).equals(calibration.weightsSha256())) {
      throw new InputException(
          where,
          "a calibration of the weights in best.safetensors",
          "one of others",
          "calibrate again");
    }
  }
}
