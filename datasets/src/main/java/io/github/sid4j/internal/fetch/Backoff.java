package io.github.sid4j.internal.fetch;

import java.time.Duration;

/** How long to wait before a failed download is tried again. */
@FunctionalInterface
public interface Backoff {
  /**
   * Waits.
   *
   * @param failures how often this address has failed by now, at least 1
   * @throws InterruptedException if the thread is interrupted meanwhile
   */
  void pause(int failures) throws InterruptedException;

  /**
   * Waits twice as long every time.
   *
   * @param first the wait after the first failure
   * @return a back-off that sleeps
   */
  static Backoff doubling(Duration first) {
    return failures ->
        Thread.sleep(first.multipliedBy(1L << Math.min(failures - 1, 10)).toMillis());
  }
}
