package io.github.sid4j.train;

/**
 * What earlier sessions of a run have done.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param epochs that are over; 0 for a new run
 * @param steps of the next epoch that are done
 */
public record ResumePoint(int epochs, int steps) {
  /**
   * Whether there were earlier sessions.
   *
   * @return false for a new run
   */
  public boolean isResumed() {
    return epochs + steps > 0;
  }
}
