package io.github.sid4j.train;

import io.github.sid4j.run.LiveStatus;
import io.github.sid4j.run.PeakMemory;
import io.github.sid4j.run.RunJson;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** Keeps {@code live.json} up to date while a run trains. */
final class LiveFile {
  private static final long PAUSE_NANOS = 1_000_000_000;

  private final Path file;
  private final RunLength length;
  private long next = System.nanoTime();

  LiveFile(Path file, RunLength length) {
    this.file = file;
    this.length = length;
  }

  /** Reports a step, unless it has just reported another. */
  void stepped(Progress progress) {
    if (System.nanoTime() - next >= 0) {
      write("training", progress);
    }
  }

  /** Reports a validation, unless epochs are too short to read it. */
  void validating(Progress progress) {
    if (progress.epochSeconds() >= PAUSE_NANOS / 1e9) {
      write("validation", progress);
    }
  }

  /** Reports what begins now. */
  void write(String doing, Progress progress) {
    try {
      RunJson.writeForNow(file, status(doing, progress));
    } catch (IOException e) {
      // A reader at this moment keeps some systems from replacing it, and a full disk shows
      // where something matters. The next one comes in a second.
    }
    next = System.nanoTime() + PAUSE_NANOS;
  }

  /** The run is over, and its result says more. */
  void end() throws IOException {
    Files.deleteIfExists(file);
  }

  private LiveStatus status(String doing, Progress progress) {
    MeasureSums sums = progress.sums();
    double samples = sums.samples()[0];
    boolean begun = samples > 0;
    OptionalLong resident = PeakMemory.residentBytes();
    return new LiveStatus(
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        doing,
        Math.min(progress.epoch(), length.epochs()),
        length.epochs(),
        progress.stepInEpoch(),
        length.stepsPerEpoch(),
        progress.epochSeconds(),
        begun ? samples / progress.epochSeconds() : null,
        begun ? Arrays.stream(sums.loss()).sum() / samples : null,
        begun
            ? Arrays.stream(sums.correct()).mapToObj(correct -> correct / samples).toList()
            : List.of(),
        resident.isPresent() ? resident.getAsLong() : null,
        PeakMemory.bytes(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
