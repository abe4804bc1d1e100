package io.github.sid4j.train;

import io.github.sid4j.data.DataFact;
import java.util.List;

/**
 * The data of a run in numbers. Immutable.
 *
 * @param name the data set's name
 * @param facts what was understood of the data, in the order to show it
 * @param train samples to train on
 * @param noisyLabels of these, that are known to have a noisy label
 * @param validation samples to choose the best epoch by; 0 without such a part
 * @param test samples to test on
 */
public record DataSummary(
    String name, List<DataFact> facts, int train, int noisyLabels, int validation, int test) {
  /** Keeps a copy that cannot be changed. */
  public DataSummary {
    facts = List.copyOf(facts);
  }
}
