package io.github.sid4j.internal.fetch;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;

/**
 * Tries an address again after failures that may pass.
 *
 * @param policy says how often, and how long to wait in between
 */
record Retries(FetchPolicy policy) {
  /** One try. */
  @FunctionalInterface
  interface Attempt<T> {
    /**
     * Tries.
     *
     * @param last whether no other try follows
     */
    T run(boolean last) throws IOException;
  }

  /** The first result, or the failure that does not pass or comes last. */
  <T> T of(URI address, Attempt<T> attempt) throws IOException {
    for (int tried = 1; ; tried++) {
      boolean last = tried == policy.attempts();
      try {
        return attempt.run(last);
      } catch (FetchFailure e) {
        if (!e.mayPass() || last) {
          throw e;
        }
      }
      pause(address, tried);
    }
  }

  private void pause(URI address, int failures) throws InterruptedIOException {
    try {
      policy.backoff().pause(failures);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException stopped =
          new InterruptedIOException(address + ": interrupted; run again to continue");
      stopped.initCause(e);
      throw stopped;
    }
  }
}
