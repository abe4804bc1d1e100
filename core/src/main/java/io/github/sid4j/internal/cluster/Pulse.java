package io.github.sid4j.internal.cluster;

import io.github.sid4j.internal.engine.PeerException;
import io.github.sid4j.internal.engine.Peers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

  private final Peers ring;
  private final Duration patience;
  private final Consumer<News> heard;
  private final Object changed = new Object();
  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch known = new CountDownLatch(1);
  private @Nullable News news;
  private boolean leaving;

  /**
   * Begins to beat.
   *
   * @param ring of all processes
   * @param patience after which a process that gives no sign is lost
   * @param heard gets the first news, on a thread of this
   */
  Pulse(Peers ring, Duration patience, Consumer<News> heard) {
    this.ring = ring;
    this.patience = patience;
    this.heard = heard;
    start(this::sendAll, "sid-pulse-out");
    start(this::receiveAll, "sid-pulse-in");
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
    int next = neighbour(1);
    try {
      News last = null;
      while (last == null) {
        last = waitForNews();
        if (isLeaving()) {
          break;
        }
        ring.sendNumbers(next, TAG, patience, News.toNumbers(last));
      }
    } catch (PeerException e) {
      lost(e);
    } finally {
      told.countDown();
    }
  }

  /** What is new, at once, or null when the next sign is due. */
  private @Nullable News waitForNews() {
    synchronized (changed) {
      if (news == null && !leaving) {
        try {
          changed.wait(Math.max(1, patience.toMillis() / SIGNS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return news;
    }
  }

  private void receiveAll() {
    int before = neighbour(-1);
    try {
      News got = null;
      while (got == null && !isLeaving()) {
        got = News.of(ring.receiveNumbers(before, TAG, patience, News.NUMBERS));
      }
      if (got != null) {
        report(got);
      }
    } catch (PeerException e) {
      lost(e);
    }
  }

  private void lost(PeerException e) {
    if (!isLeaving()) {
      report(new News(News.Kind.LOST, e.rank(), lost(e.rank(), e.isSilent(), patience)));
    }
  }

  /** The line on a process that is gone. */
  static String lost(int rank, boolean silent, Duration patience) {
    return silent
        ? "rank %s has not answered for %s seconds".formatted(rank, patience.toSeconds())
        : "rank %s ended".formatted(rank);
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
  void awaitTold() {
    await(told);
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
