package io.github.sid4j.internal.fetch;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** Why one attempt at one address failed, in one line, and what sense there is in trying on. */
final class FetchFailure extends IOException {
  private static final long serialVersionUID = 1L;

  /** How far a failure reaches. */
  enum Reach {
    /** May pass: the same address is worth another attempt. */
    ATTEMPT,
    /** Stays: only another home can help. */
    HOME
  }

  private final Reach reach;

  FetchFailure(Reach reach, String line, Throwable cause) {
    super(line, cause);
    this.reach = reach;
  }

  FetchFailure(Reach reach, String line) {
    this(reach, line, null);
  }

  boolean mayPass() {
    return reach == Reach.ATTEMPT;
  }

  /** Whether a server that answers with this status may answer otherwise later. */
  static boolean mayPass(int status) {
    return status >= 500 || status == 408 || status == 425 || status == 429;
  }

  /** What was caught, in one line; some exceptions are only understood by their name. */
  static String reason(Throwable caught) {
    String message = caught.getMessage() == null ? "" : caught.getMessage();
    String line = message.replaceAll("\\p{Cntrl}+", " ");
    if (caught instanceof SocketTimeoutException) {
      return "it sent nothing for too long (" + line + ")";
    }
    if (caught instanceof UnknownHostException) {
      return "no such host is known here, perhaps for want of a network; fetch the file elsewhere and"
          + " name the file in place of the address";
    }
    String name = caught.getClass().getSimpleName();
    return line.isEmpty() ? name : name + ": " + line;
  }
}
