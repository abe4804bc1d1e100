package io.github.sid4j.train;

import io.github.sid4j.engine.Precision;
import java.util.Map;

/**
 * The precision that a run computes in, and how it was found.
 *
 * @param precision computed in
 * @param seconds what one step took in each precision that was tried, median; empty if the setting
 *     or an earlier session of the run named the precision
 */
public record PrecisionChoice(Precision precision, Map<Precision, Double> seconds) {
  /** Keeps a copy that cannot be changed. */
  public PrecisionChoice {
    seconds = Map.copyOf(seconds);
  }

  static PrecisionChoice named(String label) {
    return new PrecisionChoice(Precision.of(label), Map.of());
  }
}
