package io.github.sid4j.predict;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.model.StoredModel;
import io.github.sid4j.settings.ModelSetting;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Stopping early takes the answer of an earlier module, so there must be one. */
final class ExitCheck {
  private ExitCheck() {}

  /** Refuses a rule that the caller wants; null for none. */
  static void wanted(StoredModel model, @Nullable ExitRule rule) {
    check(model, rule, "exit rule", "leave it out");
  }

  /** Refuses a rule that was stored with the model. */
  static void stored(StoredModel model, ExitRule rule, Path calibration) {
    check(model, rule, calibration + " exit", "calibrate again");
  }

  private static void check(
      StoredModel model, @Nullable ExitRule rule, String where, String remedy) {
    if (rule != null
        && rule.kind() != ExitRule.Kind.NEVER
        && !model.settings().everyModuleAnswers()
        && hasSeveral(model)) {
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
    return !model.settings().get(ModelSetting.TOPOLOGY).equals("whole")
        || !model.settings().get(ReshapeSetting.GROWN_MODULES).isEmpty();
  }
}
