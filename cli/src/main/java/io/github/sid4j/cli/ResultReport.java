package io.github.sid4j.cli;

import io.github.sid4j.internal.statistics.Binomial;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of a run. */
final class ResultReport {
  /** On each side of an interval of 95 %. */
  private static final double RISK = 0.025;

  /** Narrower intervals need no warning. */
  private static final double WIDE = 0.1;

  private ResultReport() {}

  /** All of it in one line, for scripts. */
  static String line(RunResult result, Path folder) {
    return accuracy(result) + ", run " + folder;
  }

  static List<String> lines(RunResult result, Path folder, boolean unicode, int width) {
    List<String> lines =
        new ArrayList<>(ModuleTables.ofTest(result.method(), result.modules(), unicode, width));
    lines.add("");
    lines.add(accuracy(result));
    if (result.classification() != null) {
      lines.addAll(ClassTables.uneven(result.classification(), width));
      lines.addAll(uncertainty(result, width));
    }
    lines.add(
        "%s %s in %s, %s samples/s"
            .formatted(
                result.trainedEpochs(),
                result.trainedEpochs() == 1 ? "epoch" : "epochs",
                ConsoleTexts.duration(result.wallSeconds()),
                ConsoleTexts.count(Math.round(result.samplesPerSecond()))));
    lines.add("run " + folder);
    return lines;
  }

  /** Says where the test part is too small for its accuracy to mean much. */
  private static List<String> uncertainty(RunResult result, int width) {
    long samples = result.classification().classes().stream().mapToLong(ClassResult::support).sum();
    Double accuracy = result.testAccuracy().best();
    if (samples == 0 || accuracy == null) {
      return List.of();
    }
    long right = Math.round(accuracy * samples);
    double lower = Binomial.lower(right, samples, RISK);
    double upper = Binomial.upper(right, samples, RISK);
    return upper - lower <= WIDE
        ? List.of()
        : ConsoleTexts.wrap(
            width,
            "",
            "of only %s test samples: the accuracy on others may be anything from %s to %s (95 %%);"
                    .formatted(
                        ConsoleTexts.count(samples),
                        ConsoleTexts.percent(lower),
                        ConsoleTexts.percent(upper))
                + " more test samples narrow it, or --folds");
  }

  private static String accuracy(RunResult result) {
    return "test accuracy %s (best epoch, %s), %s (last epoch, %s)"
        .formatted(
            ConsoleTexts.percent(result.testAccuracy().best()),
            result.bestEpoch(),
            ConsoleTexts.percent(result.testAccuracy().last()),
            result.trainedEpochs());
  }
}
