package io.github.sid4j.cli;

import java.io.IOException;

/** Ends the work, since nothing of it reaches the standard output any more. */
final class LostOutputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LostOutputException(IOException cause) {
    super(cause);
  }

  /** Whether a failure is one of these, or comes of one. */
  static boolean isBehind(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof LostOutputException) {
        return true;
      }
    }
    return false;
  }
}
