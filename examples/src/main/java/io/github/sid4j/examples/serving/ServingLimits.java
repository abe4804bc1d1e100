package io.github.sid4j.examples.serving;

/**
 * What a server takes on. Immutable, and so safe for several threads.
 *
 * @param bytes of a body at most; photos of phones have 3 to 12 MB
 * @param computing requests that compute at the same time; the library uses all cores for one
 * @param waiting requests that may wait for these; the next one is refused
 */
public record ServingLimits(int bytes, int computing, int waiting) {
  public static final ServingLimits DEFAULT = new ServingLimits(16 << 20, 1, 32);
}
