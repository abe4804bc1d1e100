package io.github.sid4j.internal.data;

import java.util.concurrent.CancellationException;

/** How to deal with threads that make data ahead. */
public final class ReaderThreads {
  private ReaderThreads() {}

  /**
   * Ends a thread that stops when it is interrupted, and waits for that. An interrupt of the caller
   * is kept for later.
   *
   * @param thread that was started
   */
  public static void end(Thread thread) {
    thread.interrupt();
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * What is thrown where a wait is interrupted. The interrupt is kept.
   *
   * @param awaited what was waited for
   * @param cause of the end
   * @return to be thrown
   */
  public static CancellationException cancelled(String awaited, InterruptedException cause) {
    Thread.currentThread().interrupt();
    CancellationException cancelled =
        new CancellationException("interrupted while waiting for " + awaited);
    cancelled.initCause(cause);
    return cancelled;
  }
}
