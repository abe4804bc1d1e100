package io.github.sid4j.testkit;

import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;

/**
 * What must not differ between a run and its repetition: all but the times and the memory.
 *
 * @param weights every byte of the file
 * @param best every byte of the file
 * @param metrics of every epoch
 * @param result of the run
 */
public record Outcome(String weights, String best, List<EpochMetrics> metrics, RunResult result) {
  public static Outcome of(Path folder) throws IOException {
    RunPaths paths = new RunPaths(folder);
    return new Outcome(
        hex(paths.weights()),
        hex(paths.best()),
        new MetricsLog(paths.metrics()).read().stream().map(Outcome::timeless).toList(),
        timeless(RunJson.read(paths.result(), RunResult.class)));
  }

  /** The bytes of a file in hexadecimal. */
  public static String hex(Path file) throws IOException {
    return HexFormat.of().formatHex(Files.readAllBytes(file));
  }

  private static EpochMetrics timeless(EpochMetrics m) {
    return new EpochMetrics(
        m.epoch(),
        m.step(),
        m.learningRate(),
        m.trainAccuracy(),
        m.validationAccuracy(),
        m.klTargetStart(),
        m.modules(),
        0,
        0,
        0);
  }

  private static RunResult timeless(RunResult r) {
    return new RunResult(
        r.method(),
        r.dataset(),
        r.seed(),
        r.parameters(),
        r.epochs(),
        r.bestEpoch(),
        r.validationAccuracy(),
        r.testAccuracy(),
        r.modules(),
        0,
        0,
        0,
        r.version(),
        r.classification(),
        r.stoppedAfter());
  }
}
