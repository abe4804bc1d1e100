package io.github.sid4j.internal.bench;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What it takes to hand a batch from stage to stage: between two threads with a queue each, as
 * those of a pipeline, a task goes back and forth. Each of them sleeps until it comes, so that
 * waking is counted; the slowest stage of a pipeline finds its next batch waiting and is not woken.
 */
final class HandOver {
  private HandOver() {}

  /**
   * The mean time.
   *
   * @param count how often to hand over, at least 1
   * @return seconds
   */
  static double seconds(int count) {
    ExecutorService one = Executors.newSingleThreadExecutor();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      pass(one, other, count); // Lets the threads start.
      long begun = System.nanoTime();
      pass(one, other, count);
      return (System.nanoTime() - begun) / 1e9 / count;
    } finally {
      one.shutdown();
      other.shutdown();
    }
  }

  private static void pass(ExecutorService to, ExecutorService from, int count) {
    CountDownLatch over = new CountDownLatch(1);
    hand(to, from, count, over);
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hand-overs were timed", e);
    }
  }

  private static void hand(
      ExecutorService to, ExecutorService from, int left, CountDownLatch over) {
    to.execute(
        () -> {
          if (left == 1) {
            over.countDown();
          } else {
            hand(from, to, left - 1, over);
          }
        });
  }
}
