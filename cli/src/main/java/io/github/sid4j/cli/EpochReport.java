package io.github.sid4j.cli;

import io.github.sid4j.run.EpochMetrics;

/** An epoch in one line. */
final class EpochReport {
  private EpochReport() {}

  static String line(EpochMetrics metrics, int epochs) {
    return "epoch %d/%d: train %s, val %s, lr %s, %s samples/s, %s"
        .formatted(
            metrics.epoch(),
            epochs,
            Texts.percent(metrics.trainAccuracy()),
            Texts.percent(metrics.validationAccuracy()),
            Texts.rounded(metrics.learningRate()),
            Texts.count(Math.round(metrics.samplesPerSecond())),
            Texts.duration(metrics.seconds()));
  }
}
