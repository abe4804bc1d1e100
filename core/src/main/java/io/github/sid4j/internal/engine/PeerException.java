package io.github.sid4j.internal.engine;

import org.jspecify.annotations.Nullable;

/** A message to or from another process did not get through. Safe for several threads. */
public final class PeerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int rank;

  PeerException(int rank, String what, @Nullable Throwable cause) {
    super(what, cause);
    this.rank = rank;
  }

  /** The process at the other end. */
  public int rank() {
    return rank;
  }
}
