package io.github.sid4j.internal.execution;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Waits that an interrupt does not cut short, since workers still use what the caller would free.
 */
final class Futures {
  private Futures() {}

  /** Waits until a task is over, however it ends; an interrupt meanwhile is left to the caller. */
  static void untilOver(Future<?> task) {
    boolean interrupted = false;
    while (!task.isDone()) {
      try {
        task.get();
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a task gave, once it is over; what it has thrown is thrown here. */
  static <T> T result(Future<T> task) {
    untilOver(task);
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a worker failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("a task that is over was waited for", e);
    }
  }
}
