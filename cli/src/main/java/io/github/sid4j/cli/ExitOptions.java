package io.github.sid4j.cli;

import io.github.sid4j.error.InputException;
import io.github.sid4j.predict.ClassifierOptions;
import io.github.sid4j.predict.ExitRule;
import picocli.CommandLine.Option;

/** When a cascade may stop early. */
final class ExitOptions {
  private static final String EXPECTED =
      "calibrated, never, confidence:T or agreement:T with T from 0 to 1";

  @Option(
      names = "--exit",
      paramLabel = "RULE",
      defaultValue = "calibrated",
      description = {
        "When to leave later modules uncomputed: never; confidence:T, once a class has probability"
            + " T; agreement:T, once two modules in a row also believe in the same class;"
            + " calibrated, as sid calibrate chose, or never before that.",
        "Default: ${DEFAULT-VALUE}."
      })
  private String text;

  @Option(
      names = "--uncalibrated",
      description =
          "Leave out what sid calibrate stored: all modules are computed unless --exit says"
              + " otherwise, and probabilities are as trained.")
  private boolean uncalibrated;

  /** Puts the choice into options of a classifier. */
  ClassifierOptions in(ClassifierOptions options) {
    ClassifierOptions ruled = options.with(rule());
    return uncalibrated ? ruled.uncalibrated() : ruled;
  }

  /** The rule; null for what is stored with the model. */
  private ExitRule rule() {
    if (text.equals("calibrated")) {
      return null;
    }
    if (text.equals("never")) {
      return ExitRule.NEVER;
    }
    String[] parts = text.split(":", 2);
    return switch (parts[0]) {
      case "confidence" -> ExitRule.confidence(threshold(parts));
      case "agreement" -> ExitRule.agreement(threshold(parts));
      default -> throw new InputException("--exit", EXPECTED, text, "correct it");
    };
  }

  private double threshold(String... parts) {
    try {
      return Double.parseDouble(parts.length == 2 ? parts[1] : "");
    } catch (NumberFormatException e) {
      throw new InputException("--exit", EXPECTED, text, "correct it", e);
    }
  }
}
