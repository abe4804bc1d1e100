package io.github.sid4j.internal.bench;

/** A worker of a measurement ended, kept silent for too long, or said that it cannot continue. */
public final class WorkerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the worker.
   *
   * @param worker its configuration
   * @param reason in a line
   */
  public WorkerException(String worker, String reason) {
    super("worker " + worker + ": " + reason);
  }
}
