package io.github.sid4j.train;

import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.PrecisionChoice;
import io.github.sid4j.settings.Settings;
import java.util.List;

/**
 * What a run finds out when it begins, and keeps when it is resumed.
 *
 * @param precision of its layers
 * @param stageThreads threads of each stage of a pipeline, in order; empty without one
 * @param stored the settings in its folder
 * @param kept the settings that its folder is to have once this session trains
 */
record RunChoices(
    PrecisionChoice precision, List<Integer> stageThreads, Settings stored, Settings kept) {
  /** Epochs that the run was to have until this session changed them; 0 if it did not. */
  int epochsBefore() {
    int before = stored.get(TrainingSetting.EPOCHS);
    return before == kept.get(TrainingSetting.EPOCHS) ? 0 : before;
  }
}
