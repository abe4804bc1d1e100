package io.github.sid4j.train;

import io.github.sid4j.internal.train.PrecisionChoice;
import java.util.List;

/**
 * The model of a run in numbers. Immutable.
 *
 * @param network the network's name, never {@code auto}; of an own network what the settings say
 * @param precision that its layers compute in
 * @param parameters number of trained values
 * @param modules length of the cascade
 * @param cuts before which blocks the network is cut, counted from 0; empty if it is not
 */
public record ModelSummary(
    String network, PrecisionChoice precision, long parameters, int modules, List<Integer> cuts) {
  /** Keeps a copy that cannot be changed. */
  public ModelSummary {
    cuts = List.copyOf(cuts);
  }
}
