package io.github.sid4j.internal.cluster;

/**
 * Another process of the run is gone, and with it this session of the run. Its message names the
 * process. The last checkpoint stays. Safe for several threads.
 */
public final class LostRankException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says who is lost.
   *
   * @param what for example {@code rank 2 ended}
   */
  public LostRankException(String what) {
    super(what);
  }
}
