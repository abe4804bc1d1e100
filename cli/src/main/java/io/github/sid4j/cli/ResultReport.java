package io.github.sid4j.cli;

import io.github.sid4j.run.RunResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The result of a run. */
final class ResultReport {
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

  private static String accuracy(RunResult result) {
    return "test accuracy %s (best epoch, %s), %s (last epoch, %s)"
        .formatted(
            ConsoleTexts.percent(result.testAccuracy().best()),
            result.bestEpoch(),
            ConsoleTexts.percent(result.testAccuracy().last()),
            result.trainedEpochs());
  }
}
