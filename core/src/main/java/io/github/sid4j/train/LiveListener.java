package io.github.sid4j.train;

import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.PeakMemory;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/** Keeps {@code live.json} up to date while a run trains. */
final class LiveListener implements TrainingListener {
  private static final long PAUSE_NANOS = 1_000_000_000;

  private final Path file;
  private long next = System.nanoTime();

  LiveListener(Path file) {
    this.file = file;
  }

  @Override
  public void started(TrainingContext context, TrainingStart start) {
    write("training", context);
  }

  /** Writes a step, unless another was written just now. */
  @Override
  public void stepped(TrainingContext context, TrainedStep step) {
    if (System.nanoTime() - next >= 0) {
      write("training", context);
    }
  }

  /** Writes a validation, unless epochs are so short that nobody could read it. */
  @Override
  public void validating(TrainingContext context) {
    if (context.current().seconds() >= PAUSE_NANOS / 1e9) {
      write("validation", context);
    }
  }

  @Override
  public void testing(TrainingContext context) {
    write("test", context);
  }

  /** The result has all that can be read from now on. */
  @Override
  public void ended(TrainingContext context, RunResult result) throws IOException {
    Files.deleteIfExists(file);
  }

  private void write(String doing, TrainingContext context) {
    try {
      RunJson.writeForNow(file, status(doing, context));
    } catch (IOException e) {
      // A reader keeps some systems from replacing the file at this moment, and a full disk shows
      // where something matters. The next status comes in a second.
    }
    next = System.nanoTime() + PAUSE_NANOS;
  }

  private static LiveStatus status(String doing, TrainingContext context) {
    EpochSoFar epoch = context.current();
    Course course = context.start().course();
    boolean begun = epoch.samples() > 0;
    OptionalLong resident = PeakMemory.residentBytes();
    return new LiveStatus(
        Instant.now().truncatedTo(ChronoUnit.MILLIS).toString(),
        doing,
        Math.min(context.epoch(), course.epochs()),
        course.epochs(),
        context.stepInEpoch(),
        Math.toIntExact(course.stepsPerEpoch()),
        epoch.seconds(),
        begun ? epoch.samples() / epoch.seconds() : null,
        begun ? epoch.loss() : null,
        epoch.accuracy(),
        resident.isPresent() ? resident.getAsLong() : null,
        PeakMemory.bytes(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }
}
