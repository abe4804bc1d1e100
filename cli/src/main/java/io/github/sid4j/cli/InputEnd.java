package io.github.sid4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Notices that the parent process closed the input of this one, or ended. */
final class InputEnd {
  private InputEnd() {}

  /**
   * Reads on a thread of its own, which does not keep the process alive.
   *
   * @param in whose contents are of no matter
   * @param ended called once
   */
  static void watch(InputStream in, Runnable ended) {
    Thread thread =
        new Thread(
            () -> {
              try {
                in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // A broken input has ended, too.
              }
              ended.run();
            },
            "input-end");
    thread.setDaemon(true);
    thread.start();
  }
}
