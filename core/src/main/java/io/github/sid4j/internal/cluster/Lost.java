package io.github.sid4j.internal.cluster;

/** Helpers of those who wait for other processes. */
final class Lost {
  private static final long LOOK_AGAIN_MILLIS = 200;

  private Lost() {}

  static LostRankException way(String what) {
    return new LostRankException(what);
  }

  static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw way("interrupted while waiting for other processes");
    }
  }
}
