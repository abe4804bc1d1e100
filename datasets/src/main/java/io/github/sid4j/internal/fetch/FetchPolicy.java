package io.github.sid4j.internal.fetch;

import java.time.Duration;

/**
 * How patient a download is.
 *
 * @param connectTimeout how long a server may take to accept a connection, at least 1 ms
 * @param idleTimeout how long a server may send nothing, before or within its answer, at least 1 ms
 * @param attempts how often each address is tried if it fails for a passing reason, at least 1
 * @param redirects how many redirects are followed for one answer, at least 0
 * @param backoff the wait between two attempts at an address
 */
public record FetchPolicy(
    Duration connectTimeout, Duration idleTimeout, int attempts, int redirects, Backoff backoff) {
  /** Refuses what would wait for ever or try nothing. */
  public FetchPolicy {
    if (!isTimeout(connectTimeout) || !isTimeout(idleTimeout)) {
      throw new IllegalArgumentException(
          "time-outs must be 1 ms to 24 days, found " + connectTimeout + ", " + idleTimeout);
    }
    if (attempts < 1 || redirects < 0) {
      throw new IllegalArgumentException(
          "attempts must be >= 1 and redirects >= 0, found " + attempts + ", " + redirects);
    }
  }

  /**
   * What suits a home connection: 20 s to connect, 30 s of silence, 4 attempts that are 1, 2 and 4
   * s apart, 5 redirects.
   *
   * @return the policy
   */
  public static FetchPolicy standard() {
    return new FetchPolicy(
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        4,
        5,
        Backoff.doubling(Duration.ofSeconds(1)));
  }

  private static boolean isTimeout(Duration wait) {
    // A socket counts milliseconds in an int and takes 0 for no limit.
    return wait.toMillis() >= 1 && wait.toMillis() <= Integer.MAX_VALUE;
  }
}
