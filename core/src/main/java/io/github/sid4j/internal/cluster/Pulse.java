package io.github.sid4j.internal.cluster;

import io.github.sid4j.internal.engine.PeerException;
import io.github.sid4j.internal.engine.RankGroup;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows the other processes that this one lives, and notices when one does not: each sends a sign
 * of life to the next in a ring, and waits for that of the one before. What happened to one travels
 * the same way, so that all know it and name the same process.
 *
 * <p>The ring has connections of its own: what the run sends takes any time that it needs.
 */
final class Pulse implements AutoCloseable {
  private static final int TAG = 1;
  private static final int SIGNS = 4;
  private static final Duration ROUND = Duration.ofSeconds(2);

  private final RankGroup ring;
  private final Duration patience;
  private final Consumer<News> heard;
  private final Object changed = new Object();
  private final CountDownLatch passedOn = new CountDownLatch(1);
  private final CountDownLatch known = new CountDownLatch(1);

  /** When the last sign came from the process before, and was taken by the next. */
  private final AtomicLong came = new AtomicLong(System.nanoTime());

  private final AtomicLong went = new AtomicLong(System.nanoTime());
  private @Nullable News news;
  private boolean leaving;

  /**
   * Begins to beat.
   *
   * @param ring of all processes
   * @param patience after which a process that gives no sign is lost
   * @param heard gets the first news, on a thread of this
   */
  Pulse(RankGroup ring, Duration patience, Consumer<News> heard) {
    this.ring = ring;
    this.patience = patience;
    this.heard = heard;
    start(this::sendAll, "sid-pulse-out");
    start(this::receiveAll, "sid-pulse-in");
    start(this::watch, "sid-pulse");
  }

  private static void start(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private int neighbour(int steps) {
    return Math.floorMod(ring.rank() + steps, ring.size());
  }

  private void sendAll() {
    try {
      News last = null;
      while (last == null) {
        last = waitForNews();
        if (isLeaving()) {
          break;
        }
        ring.sendNumbers(neighbour(1), TAG, News.toNumbers(last));
        went.set(System.nanoTime());
      }
    } catch (PeerException e) {
      report(new News(News.Kind.LOST, e.rank(), ended(e.rank())));
    } finally {
      passedOn.countDown();
    }
  }

  /** What is new, at once, or null when the next sign is due. */
  private @Nullable News waitForNews() {
    synchronized (changed) {
      long end = System.nanoTime() + patience.toNanos() / SIGNS;
      long left = end - System.nanoTime();
      while (news == null && !leaving && left > 0) {
        try {
          changed.wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return news;
        }
        left = end - System.nanoTime();
      }
      return news;
    }
  }

  private void receiveAll() {
    try {
      News got = null;
      while (got == null && !isLeaving()) {
        got = News.of(ring.receiveNumbers(neighbour(-1), TAG, News.NUMBERS));
        came.set(System.nanoTime());
      }
      if (got != null) {
        report(got);
      }
    } catch (PeerException e) {
      report(new News(News.Kind.LOST, e.rank(), ended(e.rank())));
    }
  }

  /** A send to a process that is stopped ends no more than a receive from it does. */
  private void watch() {
    while (waitForNews() == null && !isLeaving()) {
      silence(neighbour(-1), came.get());
      silence(neighbour(1), went.get());
    }
  }

  private void silence(int rank, long since) {
    if (System.nanoTime() - since > patience.toNanos()) {
      String text = "rank %s has not answered for %s seconds".formatted(rank, patience.toSeconds());
      report(new News(News.Kind.LOST, rank, text));
    }
  }

  /** The line on a process that is gone. */
  static String ended(int rank) {
    return "rank %s ended".formatted(rank);
  }

  /** Makes something known to all; only the first news counts. */
  void report(News first) {
    synchronized (changed) {
      if (news != null || leaving) {
        return;
      }
      news = first;
      changed.notifyAll();
    }
    known.countDown();
    heard.accept(first);
  }

  /**
   * What happened, once that is known here, for one who has noticed that something did.
   *
   * @return null if nothing is known after a moment
   */
  @Nullable News news() {
    await(known);
    synchronized (changed) {
      return news;
    }
  }

  /** Waits a moment until the next process in the ring knows the news, too. */
  void awaitPassedOn() {
    await(passedOn);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(ROUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isLeaving() {
    synchronized (changed) {
      return leaving;
    }
  }

  /** From now on the end of a process means nothing. */
  void leave() {
    synchronized (changed) {
      leaving = true;
      changed.notifyAll();
    }
  }

  /** Ends the beating. */
  @Override
  public void close() {
    leave();
    ring.abort();
  }
}
