package io.github.sid4j.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Turns the end of the process by a signal into a wish that training can grant in its own time:
 * from the first time that training asks, which is after its first step. From then on the process
 * does not end before {@link #close()}, but waits ten minutes at most. Before, while data is
 * fetched and read, there is nothing to save, and a signal ends the process at once.
 */
final class StopRequest implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_MINUTES = 10;

  private final Terminal terminal;
  private final AtomicBoolean armed = new AtomicBoolean();
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "stop-request");

  StopRequest(Terminal terminal) {
    this.terminal = terminal;
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

  /** Asks to stop without waiting: nothing ends the process but its own main thread. */
  void request() {
    asked.set(true);
  }

  /** Whether training asks for requests, so that one ends it in its own time. */
  boolean isHeard() {
    return armed.get();
  }

  /** Whether a stop was requested. */
  @Override
  public boolean getAsBoolean() {
    if (armed.compareAndSet(false, true)) {
      arm();
    }
    return asked.get();
  }

  private void arm() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // A signal was faster: the process is already ending, and does not wait.
      asked.set(true);
    }
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
