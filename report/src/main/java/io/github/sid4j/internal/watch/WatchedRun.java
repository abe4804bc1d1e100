package io.github.sid4j.internal.watch;

import io.github.sid4j.internal.run.EpochBeliefs;
import io.github.sid4j.internal.run.LiveStatus;
import io.github.sid4j.internal.run.TrackedSamples;
import io.github.sid4j.internal.settings.AnsweringModules;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A run as its folder shows it at one moment.
 *
 * @param name of the folder
 * @param state how far it is
 * @param silence since something was last written; empty before anything was
 * @param settings once they are written
 * @param live while it trains
 * @param epochs that are over
 * @param samples whose beliefs are followed
 * @param beliefs in them after each epoch; may lack some
 * @param result once it is finished
 * @param problems what of the folder cannot be read, a line each
 */
record WatchedRun(
    String name,
    State state,
    Optional<Duration> silence,
    Optional<Settings> settings,
    Optional<LiveStatus> live,
    List<EpochMetrics> epochs,
    Optional<TrackedSamples> samples,
    List<EpochBeliefs> beliefs,
    Optional<RunResult> result,
    List<String> problems) {
  private static final int RECENT = 5;

  /** How far a run is. */
  enum State {
    WAITING("waiting"),
    RUNNING("running"),
    STOPPED("stopped"),
    FINISHED("finished");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** How many epochs it is to have. */
  OptionalInt length() {
    return result
        .map(RunResult::epochs)
        .or(() -> live.map(LiveStatus::epochs))
        .or(() -> settings.map(set -> set.get(TrainingSetting.EPOCHS)))
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /** The method of the training, where it is known. */
  Optional<String> method() {
    return settings
        .map(set -> set.get(ModelSetting.METHOD))
        .or(() -> result.map(RunResult::method));
  }

  /** Whether every module was trained to answer. */
  boolean everyModuleAnswers() {
    return method().map(AnsweringModules::all).orElse(true);
  }

  Optional<EpochMetrics> lastEpoch() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }

  /** The part of the training that is done, 0 to 1. */
  double share() {
    if (state == State.FINISHED) {
      return 1;
    }
    double done = live.map(now -> now.epoch() - 1 + inEpoch(now)).orElse((double) epochs.size());
    return Math.min(1, done / Math.max(1, length().orElse(1)));
  }

  /** Seconds of training that are left, as epochs have taken lately; NaN where unknown. */
  double secondsLeft() {
    if (live.isEmpty() || live.get().doing().equals("test")) {
      return Double.NaN;
    }
    LiveStatus now = live.get();
    double epoch =
        epochs.stream()
            .skip(Math.max(0, epochs.size() - RECENT))
            .mapToDouble(EpochMetrics::seconds)
            .average()
            .orElse(now.epochSeconds() / inEpoch(now));
    return epoch * Math.max(0, now.epochs() - now.epoch() + 1 - inEpoch(now));
  }

  private static double inEpoch(LiveStatus now) {
    return (double) now.stepInEpoch() / Math.max(1, now.stepsPerEpoch());
  }
}
