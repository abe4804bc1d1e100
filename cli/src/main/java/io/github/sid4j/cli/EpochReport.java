package io.github.sid4j.cli;

import io.github.sid4j.run.EpochMetrics;
import java.util.List;
import java.util.Locale;

/** An epoch in a line, or two where the terminal is too narrow. */
final class EpochReport {
  private EpochReport() {}

  static List<String> lines(EpochMetrics metrics, int epochs, int width) {
    return ConsoleTexts.wrap(
        width,
        "epoch %s/%s: ".formatted(metrics.epoch(), epochs),
        String.format(
            Locale.ROOT,
            "train %s, val %s, lr %s, %s samples/s, %s, waiting for data %.1f %%",
            ConsoleTexts.percent(metrics.trainAccuracy()),
            ConsoleTexts.percent(metrics.validationAccuracy()),
            ConsoleTexts.rounded(metrics.learningRate()),
            ConsoleTexts.count(Math.round(metrics.samplesPerSecond())),
            ConsoleTexts.duration(metrics.seconds()),
            100 * metrics.dataWait()));
  }
}
