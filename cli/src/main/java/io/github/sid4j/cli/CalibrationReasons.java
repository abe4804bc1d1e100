package io.github.sid4j.cli;

import io.github.sid4j.calibrate.Goal;
import io.github.sid4j.predict.Calibration;
import io.github.sid4j.predict.ExitRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a calibration is sure of, and what comes of it, in words. */
final class CalibrationReasons {
  private final Calibration calibration;
  private final Goal.Kind wanted;

  CalibrationReasons(Calibration calibration, Goal.Kind wanted) {
    this.calibration = calibration;
    this.wanted = wanted;
  }

  /** The gain on held-out samples and its standard error; a hyphen where none was measured. */
  static String gain(Calibration.Fit fit) {
    return fit.gain() == null
        ? "-"
        : String.format(Locale.ROOT, "%.4f +- %.4f", fit.gain(), fit.standardError());
  }

  /** What is sure of the rule and of the temperatures. */
  List<String> lines(int width) {
    List<String> lines = new ArrayList<>();
    Calibration.Decision decision = calibration.decision();
    if (decision.bound() != null) {
      lines.addAll(
          ConsoleTexts.wrap(
              width,
              "sure    ",
              "%s with %s %%; %s samples lost and %s gained of %s"
                  .formatted(
                      bound(decision.bound()),
                      Math.round(100 * decision.confidence()),
                      decision.lost(),
                      decision.gained(),
                      ConsoleTexts.count(calibration.samples()))));
    }
    Map<String, List<String>> modules = new LinkedHashMap<>();
    for (Calibration.Module module : calibration.answering()) {
      modules
          .computeIfAbsent(module.fit().reason(), reason -> new ArrayList<>())
          .add(Integer.toString(module.index()));
    }
    modules.forEach(
        (reason, of) ->
            lines.addAll(
                ConsoleTexts.wrap(
                    width, "", "temperature of module " + String.join(", ", of) + " " + reason)));
    lines.addAll(worse(width));
    lines.addAll(together(width));
    return lines;
  }

  /** What all beliefs would answer together, on samples that their weights were not fitted on. */
  private List<String> together(int width) {
    Calibration.JointReadout joint = calibration.jointReadout();
    if (joint == null) {
      return List.of();
    }
    return ConsoleTexts.wrap(
        width,
        "",
        "all beliefs together, not used: accuracy %s, %s nats likelier than the last module"
            .formatted(
                ConsoleTexts.percent(joint.accuracy()),
                String.format(Locale.ROOT, "%.4f +- %.4f", joint.gain(), joint.standardError())));
  }

  /** Where temperatures did harm on the test part, which they were not fitted on. */
  private List<String> worse(int width) {
    List<String> lines = new ArrayList<>();
    Calibration.Test test = calibration.test();
    for (int i = 0; test != null && i < test.ece().size(); i++) {
      double before = test.ece().get(i);
      double after = test.eceTempered().get(i);
      if (after > before) {
        lines.addAll(
            ConsoleTexts.wrap(
                width,
                "",
                "warning: on the test part the calibration error of module %s is higher: %s instead"
                        .formatted(i + 1, ConsoleTexts.percent(after))
                    + " of "
                    + ConsoleTexts.percent(before)));
      }
    }
    return lines;
  }

  private String bound(double bound) {
    return switch (wanted) {
      case LOSS -> "at most " + ConsoleTexts.percent(bound) + " lost";
      case ACCURACY -> "an accuracy of at least " + ConsoleTexts.percent(bound);
      case BUDGET -> "at most " + ConsoleTexts.percent(bound) + " of the compute";
    };
  }

  /** From where on answers are refused, and how many are. */
  List<String> noneOfThese(int width) {
    Calibration.NoneOfThese one = calibration.noneOfThese();
    if (one == null) {
      return List.of();
    }
    List<String> lines =
        new ArrayList<>(
            ConsoleTexts.wrap(
                width,
                "",
                "below probability %s it says none of these: of %s of the validation part%s"
                    .formatted(
                        ConsoleTexts.rounded(one.threshold()),
                        ConsoleTexts.percent(one.refused()),
                        one.refusedTest() == null
                            ? ""
                            : ", of %s of the test part"
                                .formatted(ConsoleTexts.percent(one.refusedTest())))));
    if (one.unknown() != null) {
      lines.addAll(
          ConsoleTexts.wrap(
              width,
              "",
              String.format(
                  Locale.ROOT,
                  "of %s samples of unknown classes it refuses %s; AUROC %.3f against %s known ones",
                  ConsoleTexts.count(one.unknown().samples()),
                  ConsoleTexts.percent(one.unknown().refused()),
                  one.unknown().auroc(),
                  ConsoleTexts.count(one.unknown().known()))));
    }
    return lines;
  }

  /** What commands do from now on. */
  List<String> fromNowOn(int width) {
    boolean never = calibration.exit().kind() == ExitRule.Kind.NEVER;
    boolean plain = calibration.answering().stream().allMatch(module -> module.temperature() == 1);
    String stops = never ? "computes all modules" : "stops early by " + calibration.exit();
    return ConsoleTexts.wrap(
        width,
        "",
        "from now on sid predict "
            + stops
            + (plain
                ? " and gives probabilities as trained"
                : " and gives probabilities at these temperatures")
            + (never && plain ? "" : "; --uncalibrated gives the plain model"));
  }
}
