package io.github.sid4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Turns the end of the process by a signal into a wish that training can grant in its own time.
 * While armed, the process does not end before {@link #close()}, but waits ten minutes at most.
 */
final class StopRequest implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_MINUTES = 10;

  private final Terminal terminal;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop-request");

  StopRequest(Terminal terminal) {
    this.terminal = terminal;
  }

  /** From here on a signal only asks. */
  void arm() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Asks to stop and waits until that has been done. */
  void ask() {
    // A progress bar or the terminal's own echo of the key may stand on the line.
    terminal.err().println((terminal.interactive() ? "\n" : "") + "stopping after this step...");
    asked.set(true);
    try {
      if (!finished.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        terminal.err().println("sid: gave up waiting; only the last checkpoint is kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether somebody asked to stop. */
  @Override
  public boolean getAsBoolean() {
    return asked.get();
  }

  /** Everything is saved and said: the process may end. */
  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is already ending: the hook runs and has just been released.
      return;
    }
  }
}
