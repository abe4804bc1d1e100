package io.github.sid4j.internal.train;

import io.github.sid4j.engine.Precision;
import java.util.Map;

/**
 * The precision that a run computes in, and how it was found.
 *
 * @param precision computed in
 * @param seconds what the fastest step took in each precision that was tried; empty unless the
 *     reason is {@link Reason#MEASURED}
 * @param reason why it is this one
 */
public record PrecisionChoice(Precision precision, Map<Precision, Double> seconds, Reason reason) {
  /** Why a run computes in a precision. */
  public enum Reason {
    /** The setting or an earlier session of the run named it. */
    NAMED,
    /** Both were timed. */
    MEASURED,
    /** Both were timed by an earlier run of such a network on this machine. */
    REMEMBERED,
    /** The processor has no instructions for bfloat16. */
    NOT_NATIVE,
    /** The network could not be timed. */
    UNTRIED
  }

  /** Keeps a copy that cannot be changed. */
  public PrecisionChoice {
    seconds = Map.copyOf(seconds);
  }

  public static PrecisionChoice named(String label) {
    return of(Precision.of(label), Reason.NAMED);
  }

  public static PrecisionChoice of(Precision precision, Reason reason) {
    return new PrecisionChoice(precision, Map.of(), reason);
  }
}
