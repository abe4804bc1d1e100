package io.github.sid4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** What a thread takes of Java's heap: a count, not a time, so that a limit on it is exact. */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Allocation() {}

  /** Fails if the work allocates more on this thread. */
  public static void below(long bytes, Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(bytes);
  }
}
