package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.EpochBeliefs.SampleBeliefs;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.run.Accuracies;
import io.github.sid4j.run.BeliefMetrics;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.ModuleMetrics;
import io.github.sid4j.run.ModuleResult;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A folder as a run of two modules leaves it, file by file. */
record SomeRun(Path folder) {
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

  SomeRun begun() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(paths().settings(), "dataset: digits\nmethod: dgl\nmodules: 2\nepochs: 4\n");
    return samples("zero", "one");
  }

  RunPaths paths() {
    return new RunPaths(folder);
  }

  SomeRun samples(String zero, String one) throws IOException {
    RunJson.writeLine(
        paths().samples(),
        new TrackedSamples(
            "digits",
            "validation",
            List.of(zero, one),
            List.of(
                new TrackedSamples.Sample(3, 0, PIXEL), new TrackedSamples.Sample(5, 1, null))));
    return this;
  }

  SomeRun epoch(int number) throws IOException {
    new MetricsLog(paths().metrics()).append(metrics(number));
    new BeliefsLog(paths().beliefsLog()).append(beliefs(number));
    return this;
  }

  SomeRun live(int epoch, int step) throws IOException {
    RunJson.writeForNow(paths().live(), status(epoch, step));
    return this;
  }

  SomeRun finished() throws IOException {
    RunJson.write(
        paths().result(),
        new RunResult(
            "dgl",
            "digits",
            1,
            1000,
            4,
            3,
            new Accuracies(0.9, 0.8),
            new Accuracies(0.875, 0.75),
            List.of(new ModuleResult(1, 0.5, 1, 0.5), new ModuleResult(2, 0.75, 0.5, 0.25)),
            1234.5,
            1 << 30,
            62,
            "0.1.0",
            null,
            null));
    Files.deleteIfExists(paths().live());
    return this;
  }

  /** As if nothing had been written for some time. */
  SomeRun silentFor(int seconds) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
      }
    }
    return this;
  }

  static EpochMetrics metrics(int number) {
    BeliefMetrics belief =
        new BeliefMetrics(0.5 + 0.1 * number, 0.5, 0.25, 0.375, 0.125, 0.0625, 0.5, 2.0, null);
    return new EpochMetrics(
        number,
        100L * number,
        1e-3,
        0.75,
        0.5 + 0.1 * number,
        2.25,
        List.of(
            new ModuleMetrics(1, belief, belief, null), new ModuleMetrics(2, belief, belief, null)),
        1234.5,
        0.125,
        30);
  }

  static EpochBeliefs beliefs(int number) {
    double p = 0.5 + 0.1 * number;
    SampleBeliefs right =
        new SampleBeliefs(
            List.of(0, 1), List.of(List.of(0.5, 0.5), List.of(0.5, 0.5), List.of(p, 1 - p)));
    SampleBeliefs wrong =
        new SampleBeliefs(
            List.of(1, 0), List.of(List.of(0.5, 0.5), List.of(0.5, 0.5), List.of(0.25, 0.75)));
    return new EpochBeliefs(number, List.of(right, wrong));
  }

  static LiveStatus status(int epoch, int step) {
    return new LiveStatus(
        "2026-01-02T03:04:05Z",
        "training",
        epoch,
        4,
        step,
        100,
        15.0,
        2345.0,
        1.5,
        List.of(0.625, 0.875),
        1L << 29,
        1L << 30,
        1L << 26);
  }
}
