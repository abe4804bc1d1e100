package io.github.sid4j.internal.engine;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Keeps what native code prints away from the standard output, whose lines are results: Gloo prints
 * one when it connects. Meanwhile they go to the standard error, also those of other threads.
 */
final class OutputShield {
  private static final int OUT = 1;
  private static final int ERR = 2;

  private OutputShield() {}

  /** The part of the C library that is called. */
  interface CLibrary extends Library {
    int dup(int descriptor);

    int dup2(int from, int to);

    int close(int descriptor);

    int fflush(Pointer stream);
  }

  /** Threads that work behind the shield now; the first raises it, the last takes it away. */
  private static final Set<Thread> BEHIND = new HashSet<>();

  private static final AtomicInteger KEPT = new AtomicInteger(-1);

  static <T> T during(Supplier<T> work) {
    if (Platform.isWindows()) {
      return work.get(); // Its C library has other names.
    }
    CLibrary c = Native.load("c", CLibrary.class);
    raise(c);
    try {
      return work.get();
    } finally {
      lower(c);
    }
  }

  private static void raise(CLibrary c) {
    synchronized (BEHIND) {
      BEHIND.add(Thread.currentThread());
      if (KEPT.get() < 0) {
        KEPT.set(c.dup(OUT));
        c.dup2(ERR, OUT);
      }
    }
  }

  private static void lower(CLibrary c) {
    synchronized (BEHIND) {
      BEHIND.remove(Thread.currentThread());
      if (BEHIND.isEmpty() && KEPT.get() >= 0) {
        c.fflush(null); // What is in a buffer would come later.
        c.dup2(KEPT.get(), OUT);
        c.close(KEPT.getAndSet(-1));
      }
    }
  }
}
