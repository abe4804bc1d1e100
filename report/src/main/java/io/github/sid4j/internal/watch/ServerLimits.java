package io.github.sid4j.internal.watch;

import java.time.Duration;

/**
 * What one client can take of a server.
 *
 * @param head how long a request may take to arrive
 * @param answer how long a client may take to fetch an answer
 * @param rest how long a client may take to end a connection whose answer is sent
 * @param connections that are open at once; for one more the oldest is closed
 * @param waiting requests that wait for a page; one more is answered 503
 * @param headBytes of a request line and its headers
 */
record ServerLimits(
    Duration head, Duration answer, Duration rest, int connections, int waiting, int headBytes) {
  static final ServerLimits USUAL =
      new ServerLimits(
          Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(2), 256, 32, 8192);
}
