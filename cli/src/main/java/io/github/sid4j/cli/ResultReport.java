package io.github.sid4j.cli;

import io.github.sid4j.internal.settings.ChosenEpoch;
import io.github.sid4j.internal.statistics.AccuracyInterval;
import io.github.sid4j.run.ClassResult;
import io.github.sid4j.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of a run. */
final class ResultReport {
  private ResultReport() {}

  /** All of it in one line, for scripts; {@code last} as in {@link ChosenEpoch}. */
  static String line(RunResult result, boolean last, Path folder) {
    return accuracy(result, last) + ", run " + folder;
  }

  static List<String> lines(
      RunResult result, boolean last, Path folder, boolean unicode, int width) {
    List<String> lines =
        new ArrayList<>(ModuleTables.ofTest(result.method(), result.modules(), unicode, width));
    lines.add("");
    lines.add(accuracy(result, last));
    if (result.classification() != null) {
      lines.addAll(ClassTables.uneven(result.classification(), last, width));
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
    return AccuracyInterval.of(result.testAccuracy().best(), samples)
        .filter(AccuracyInterval::isWide)
        .map(
            interval ->
                ConsoleTexts.wrap(
                    width,
                    "",
                    interval.text(ConsoleTexts::count, ConsoleTexts::percent)
                        + "; more test samples narrow it, or --folds"))
        .orElse(List.of());
  }

  private static String accuracy(RunResult result, boolean last) {
    String atEnd =
        "%s (last epoch, %s)"
            .formatted(ConsoleTexts.percent(result.testAccuracy().last()), result.trainedEpochs());
    return last
        ? "test accuracy " + atEnd
        : "test accuracy %s (best epoch, %s), %s"
            .formatted(
                ConsoleTexts.percent(result.testAccuracy().best()), result.bestEpoch(), atEnd);
  }
}
