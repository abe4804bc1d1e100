package io.github.sid4j.train;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.EpochPlan;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;

/**
 * How long a run is.
 *
 * @param epochs at least 1
 * @param stepsPerEpoch at least 1
 */
record RunLength(int epochs, int stepsPerEpoch) {
  static RunLength of(Settings settings, int trainSize) {
    EpochPlan plan =
        new EpochPlan(settings.get(TrainingSetting.BATCH), true, Augmentation.NONE, 0, 0, 0);
    return new RunLength(settings.get(TrainingSetting.EPOCHS), plan.batches(trainSize));
  }
}
