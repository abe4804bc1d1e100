package io.github.sid4j.cli;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Notices that the process which started the ranks of a run is gone, such as by {@code kill -9},
 * which leaves it no time to end them. The first rank then stops with a checkpoint and lets the
 * others end; whatever keeps one from it, each ends within the patience.
 */
final class StarterEnd {
  /** Has the number of the process that started this one. */
  static final String VARIABLE = "SID_STARTER";

  private static final long LOOK_AGAIN_MILLIS = 500;

  /** What ends this process at once. */
  @FunctionalInterface
  interface Halt {
    void with(int code);
  }

  private final long starter;
  private final Duration patience;
  private final Runnable stop;
  private final Halt halt;

  /**
   * Prepares it.
   *
   * @param starter number of the process
   * @param patience from its end to that of this one
   * @param stop lets this process end by itself
   * @param halt called if it has not
   */
  StarterEnd(long starter, Duration patience, Runnable stop, Halt halt) {
    this.starter = starter;
    this.patience = patience;
    this.stop = stop;
    this.halt = halt;
  }

  /** Watches on a thread of its own, if the environment names a starter. */
  static void watch(Map<String, String> environment, Duration patience, Runnable stop) {
    String starter = environment.get(VARIABLE);
    if (starter != null && starter.matches("\\d{1,18}")) {
      StarterEnd end =
          new StarterEnd(Long.parseLong(starter), patience, stop, Runtime.getRuntime()::halt);
      Thread thread = new Thread(end::await, "starter-end");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Waits for it, and ends this process. */
  void await() {
    while (isThere()) {
      if (!pause(LOOK_AGAIN_MILLIS)) {
        return;
      }
    }
    stop.run();
    if (pause(patience.toMillis())) {
      halt.with(ExitCode.LOST_PROCESS);
    }
  }

  /**
   * A process that has ended and that nobody waited for still counts as alive, but is no longer the
   * parent of anyone.
   */
  private boolean isThere() {
    return ProcessHandle.current().parent().filter(parent -> parent.pid() == starter).isPresent();
  }

  private static boolean pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
