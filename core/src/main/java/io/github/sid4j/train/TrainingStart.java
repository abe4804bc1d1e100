package io.github.sid4j.train;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.settings.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * What is going to be trained.
 *
 * @param runFolder where the run is stored
 * @param settings of the run, with all numbers
 * @param dataset the data set's name
 * @param facts what was understood of the data, in the order to show it
 * @param network the network's name, never {@code auto}
 * @param precision that its layers compute in
 * @param parameters number of trained values
 * @param modules length of the cascade
 * @param cuts before which blocks the network is cut, counted from 0; empty if it is not
 * @param epochs of the whole run
 * @param stepsPerEpoch optimizer steps in one epoch
 * @param course how it goes through its training part
 * @param trainSize samples to train on
 * @param noisyLabels of these, that are known to have a noisy label
 * @param validationSize samples to choose the best epoch by; 0 without such a part
 * @param testSize samples to test on
 * @param resumedFromEpoch epochs already done in earlier sessions; 0 for a new run
 * @param resumedFromStep steps of the next epoch already done in earlier sessions
 */
public record TrainingStart(
    Path runFolder,
    Settings settings,
    String dataset,
    List<DataFact> facts,
    String network,
    PrecisionChoice precision,
    long parameters,
    int modules,
    List<Integer> cuts,
    int epochs,
    long stepsPerEpoch,
    Course course,
    int trainSize,
    int noisyLabels,
    int validationSize,
    int testSize,
    int resumedFromEpoch,
    int resumedFromStep) {
  /** Keeps a copy that cannot be changed. */
  public TrainingStart {
    facts = List.copyOf(facts);
    cuts = List.copyOf(cuts);
  }
}
