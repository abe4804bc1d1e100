package io.github.sid4j.internal.train;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.cascade.MlpBatch;
import io.github.sid4j.internal.execution.Batched;
import io.github.sid4j.internal.execution.DataParallel;
import io.github.sid4j.internal.execution.Overlap;
import io.github.sid4j.internal.execution.RecomputedOverlap;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.execution.Threads;
import io.github.sid4j.internal.execution.TwoPhase;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Settings;

/** Turns the words of {@link TrainingSetting#EXECUTION} into what they name. */
final class Executions {
  private Executions() {}

  /**
   * The place to add an execution.
   *
   * @param threads that one operation may use
   * @throws InputException if the cascade cannot be trained that way
   */
  static Execution of(Settings settings, int threads, Cascade cascade) {
    if (settings.get(TrainingSetting.OVERLAP) > 1) {
      return overlapping(settings, cascade);
    }
    return switch (settings.get(TrainingSetting.EXECUTION)) {
      case "two-phase" -> new TwoPhase();
      case "threads" -> new Threads(threads);
      case "data-parallel" -> new DataParallel(threads);
      case "batched" -> batched(cascade);
      default -> new SinglePass();
    };
  }

  private static Execution overlapping(Settings settings, Cascade cascade) {
    int overlap = settings.get(TrainingSetting.OVERLAP);
    if (!Overlap.fits(cascade)) {
      throw InputException.ofSetting(
          "overlap", "1 with an extractor that is trained", "" + overlap, "leave it out");
    }
    return settings.get(TrainingSetting.RECOMPUTE)
        ? new RecomputedOverlap(overlap)
        : new Overlap(overlap);
  }

  private static Execution batched(Cascade cascade) {
    if (!MlpBatch.fits(cascade)) {
      throw new InputException(
          "execution batched",
          "modules that are MLPs of one shape",
          "a cascade with others",
          "choose execution=single-pass");
    }
    return new Batched();
  }
}
