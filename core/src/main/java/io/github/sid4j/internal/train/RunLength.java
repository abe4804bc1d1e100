package io.github.sid4j.internal.train;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.EpochPlan;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.Settings;

/**
 * How long a run is.
 *
 * @param epochs at least 1
 * @param stepsPerEpoch at least 1
 */
public record RunLength(int epochs, int stepsPerEpoch) {
  public static RunLength of(Settings settings, int trainSize) {
    return new RunLength(
        settings.get(TrainingSetting.EPOCHS),
        stepsPerEpoch(settings.get(TrainingSetting.BATCH), trainSize));
  }

  /** Optimizer steps in an epoch: whole batches, or one of all samples if they fill none. */
  public static int stepsPerEpoch(int batch, int trainSize) {
    return new EpochPlan(batch, /* dropLast= */ true, Augmentation.NONE, 0, 0, 0)
        .batches(trainSize);
  }

  /** Samples that fill no batch at the end of an epoch; others in each, since their order is. */
  public static int leftOut(int batch, int trainSize) {
    return trainSize < batch ? 0 : trainSize % batch;
  }

  /**
   * Makes sure that a run that stands somewhere can have this length.
   *
   * @throws InputException if it is over or within a later epoch
   */
  public void checkReached(Progress progress) {
    int begun = progress.stepInEpoch() == 0 ? progress.epoch() - 1 : progress.epoch();
    checkDone(begun);
  }

  /**
   * Makes sure that a run with some epochs behind it can have this length.
   *
   * @param done epochs that are over or begun
   * @throws InputException if they are more
   */
  public void checkDone(int done) {
    if (done > epochs) {
      throw InputException.ofSetting(
          "epochs",
          "at least the %s that the run has done".formatted(done),
          Integer.toString(epochs),
          "choose more, or leave epochs out");
    }
  }
}
