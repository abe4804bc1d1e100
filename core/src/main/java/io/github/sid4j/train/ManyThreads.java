package io.github.sid4j.train;

import java.util.Optional;

/** What is said of more threads than a machine runs at once. */
final class ManyThreads {
  private ManyThreads() {}

  /**
   * The warning.
   *
   * @param threads that a training uses
   * @return empty if there is a core for each
   */
  static Optional<String> warning(int threads) {
    int cores = Runtime.getRuntime().availableProcessors();
    return threads <= cores
        ? Optional.empty()
        : Optional.of(
            "%s threads share %s %s, which slows every step; set threads to at most %s"
                .formatted(threads, cores, cores == 1 ? "core" : "cores", cores));
  }
}
