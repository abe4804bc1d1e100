package io.github.sid4j.internal.report;

import java.util.Objects;

/**
 * Why a run has no result and will get none.
 *
 * @param kind of reason
 * @param reason in a line
 */
public record NoResult(Kind kind, String reason) {
  /** Checks that both are there. */
  public NoResult {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
  }

  /** What kept it from a result. */
  public enum Kind {
    /** It was begun and did not end well. */
    FAILED,
    /** Its method is not defined for its other settings, so that it was never begun. */
    UNDEFINED
  }
}
