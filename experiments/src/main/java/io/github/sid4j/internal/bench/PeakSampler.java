package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.engine.NativeMemory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Looks at the allocator's bytes in use again and again, and remembers the most it saw. */
final class PeakSampler implements AutoCloseable {
  private static final long PAUSE_NANOS = 100_000;

  private final AtomicLong peak = new AtomicLong();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread thread = new Thread(this::watch, "sid4j-peak-sampler");

  PeakSampler() {
    look();
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    while (!closed.get()) {
      look();
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void look() {
    peak.accumulateAndGet(NativeMemory.inUseBytes().orElse(0), Math::max);
  }

  /** Ends the watch and returns the peak, in bytes. */
  long stop() {
    close();
    return peak.get();
  }

  @Override
  public void close() {
    closed.set(true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
