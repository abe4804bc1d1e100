package io.github.sid4j.internal.watch;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.BeliefsLog;
import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.MetricsLog;
import io.github.sid4j.internal.run.RunFolder;
import io.github.sid4j.internal.run.RunFormat;
import io.github.sid4j.internal.run.RunJson;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks into the folder of a run that another process may be writing, now and again. */
final class LiveRunReader {
  /** A run that wrote within this time still trains; after it the reader looks at the lock. */
  private static final Duration LATELY = Duration.ofSeconds(4);

  private final Path folder;
  private final CachedFile<Settings> settings;
  private final CachedFile<LiveStatus> live;
  private final CachedFile<List<EpochMetrics>> epochs;
  private final CachedFile<TrackedSamples> samples;
  private final CachedFile<List<EpochBeliefs>> beliefs;
  private final CachedFile<RunResult> result;

  LiveRunReader(Path folder) {
    this.folder = folder;
    RunPaths paths = new RunPaths(folder);
    settings = new CachedFile<>(paths::settings, Settings::read);
    live = new CachedFile<>(paths::live, file -> RunJson.read(file, LiveStatus.class));
    epochs = new CachedFile<>(paths::metrics, file -> new MetricsLog(file).readSoFar());
    samples = new CachedFile<>(paths::samples, file -> RunJson.read(file, TrackedSamples.class));
    beliefs = new CachedFile<>(paths::beliefsLog, file -> new BeliefsLog(file).readSoFar());
    result = new CachedFile<>(paths::result, file -> RunJson.read(file, RunResult.class));
  }

  /**
   * Refuses a folder in which there is something else than a run.
   *
   * @throws InputException naming the folder
   */
  void check() throws IOException {
    RunFolder.checkResumable(folder);
    RunFormat.check(new RunPaths(folder));
  }

  synchronized WatchedRun look() {
    List<String> problems = new ArrayList<>();
    Optional<Settings> its = read(settings, problems);
    // One of another length is that of a run which has been extended and is not over yet.
    Optional<RunResult> over =
        read(result, problems)
            .filter(
                read ->
                    its.map(set -> set.get(TrainingSetting.EPOCHS) == read.epochs()).orElse(true));
    Optional<Duration> silence = silence(problems);
    Optional<LiveStatus> now = over.isPresent() ? Optional.empty() : read(live, problems);
    return new WatchedRun(
        Objects.toString(folder.toAbsolutePath().normalize().getFileName(), "run"),
        over.isPresent() ? WatchedRun.State.FINISHED : state(silence, problems),
        silence,
        its,
        now,
        read(epochs, problems).orElse(List.of()),
        read(samples, problems),
        read(beliefs, problems).orElse(List.of()),
        over,
        problems);
  }

  private WatchedRun.State state(Optional<Duration> silence, List<String> problems) {
    if (silence.isPresent() && silence.get().compareTo(LATELY) < 0) {
      return WatchedRun.State.RUNNING;
    }
    try {
      return RunFolder.isWritten(folder)
          ? WatchedRun.State.RUNNING
          : silence.isPresent() ? WatchedRun.State.STOPPED : WatchedRun.State.WAITING;
    } catch (InputException e) {
      problems.add(e.getMessage());
    } catch (IOException e) {
      problems.add(e.toString());
    }
    return WatchedRun.State.STOPPED;
  }

  private Optional<Duration> silence(List<String> problems) {
    return Stream.of(settings, live, epochs, result)
        .flatMap(file -> time(file, problems).stream())
        .map(FileTime::toInstant)
        .max(Instant::compareTo)
        .map(last -> Duration.between(last, Instant.now()))
        .map(since -> since.isNegative() ? Duration.ZERO : since);
  }

  private static Optional<FileTime> time(CachedFile<?> file, List<String> problems) {
    try {
      return file.time();
    } catch (InputException e) {
      return Optional.empty(); // Said where it is read.
    } catch (IOException e) {
      problems.add(e.toString());
      return Optional.empty();
    }
  }

  private static <T> Optional<T> read(CachedFile<T> file, List<String> problems) {
    try {
      return file.now();
    } catch (InputException e) {
      problems.add(e.getMessage());
    } catch (IOException e) {
      problems.add(e.toString());
    }
    return Optional.empty();
  }
}
