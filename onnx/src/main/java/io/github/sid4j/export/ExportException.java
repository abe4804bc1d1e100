package io.github.sid4j.export;

/**
 * A graph does not compute what the cascade computes that it was made of. Safe for several threads.
 */
public final class ExportException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what differs.
   *
   * @param message one line
   */
  public ExportException(String message) {
    super(message);
  }

  /**
   * Says what went wrong.
   *
   * @param message one line
   * @param cause what was caught
   */
  public ExportException(String message, Throwable cause) {
    super(message.replaceAll("\\s*\\R\\s*", " "), cause);
  }
}
