package io.github.sid4j.internal.data;

import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one pass over examples. The next ones are made by a background thread while the
 * current one is worked on; which values a batch holds does not depend on that. To be used by one
 * thread and closed after use.
 */
public final class Batches implements Iterator<Batch>, AutoCloseable {
  private static final int AHEAD = 2;

  /**
   * No more than training takes as a rule, so that memory which its tensors left is used again:
   * larger ones would be put beside it.
   */
  private static final int EXAMPLES = 128;

  /** Those of 128 images of 64x64 pixels; of larger images a batch has fewer. */
  private static final long NUMBERS = 128L * 3 * 64 * 64;

  private final BatchMaker maker;
  private final BlockingQueue<Made> queue = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread = new Thread(this::makeAll, "sid4j-batches");
  private volatile boolean closed;
  private @Nullable Throwable failure;
  private int next;
  private long waitedNanos;

  private Batches(BatchMaker maker) {
    this.maker = maker;
    this.next = maker.firstBatch();
    if (next > maker.batches()) {
      throw new IllegalArgumentException(
          "firstBatch must be at most " + maker.batches() + ", found " + next);
    }
  }

  /**
   * One epoch of training, in an order that depends on the plan's seed and epoch.
   *
   * @param examples what to go through
   * @param plan how
   * @return the batches from the plan's first on
   */
  public static Batches shuffled(Examples examples, EpochPlan plan) {
    return started(new Batches(BatchMaker.shuffled(examples, plan)));
  }

  /**
   * One pass for evaluation: every example once, in order, as it is.
   *
   * @param examples what to go through
   * @param batchSize examples in a batch, at least 1; the last batch may hold fewer
   * @return the batches
   */
  public static Batches sequential(Examples examples, int batchSize) {
    return started(new Batches(BatchMaker.sequential(examples, batchSize)));
  }

  /**
   * The same in batches whose memory is that of a training step at most: 128 examples, and of
   * photos fewer, in proportion to their size.
   *
   * @param examples what to go through
   * @return the batches
   */
  public static Batches once(Examples examples) {
    long each = Arrays.stream(examples.shape()).asLongStream().reduce(1, Math::multiplyExact);
    return sequential(examples, fitting(each));
  }

  /**
   * How many examples such a batch has.
   *
   * @param each numbers in an example, at least 1
   * @return 1 to 128
   */
  public static int fitting(long each) {
    return (int) Math.max(1, Math.min(EXAMPLES, NUMBERS / each));
  }

  @Override
  public boolean hasNext() {
    return next < maker.batches();
  }

  /**
   * Takes the next batch, waiting for it if needed.
   *
   * @return the batch
   * @throws CancellationException if the waiting thread is interrupted
   */
  @Override
  public Batch next() {
    if (closed) {
      throw new IllegalStateException("these batches are closed");
    }
    if (!hasNext()) {
      throw new NoSuchElementException("the pass has only " + maker.batches() + " batches");
    }
    if (failure == null) {
      Made made = take();
      if (made.batch != null) {
        next++;
        return made.batch;
      }
      failure = made.failure;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  /**
   * How long {@link #next} had to wait in all, for reports: what is well below the time of the pass
   * says that data is not what slows training down.
   *
   * @return nanoseconds
   */
  public long waitedNanos() {
    return waitedNanos;
  }

  /** Ends the background thread, whether all batches were taken or not. */
  @Override
  public void close() {
    closed = true;
    // Should an Examples swallow the interrupt, the room made here lets the thread see the flag.
    queue.clear();
    ReaderThreads.end(thread);
  }

  private static Batches started(Batches batches) {
    batches.thread.setDaemon(true);
    batches.thread.start();
    return batches;
  }

  private Made take() {
    long start = System.nanoTime();
    try {
      return queue.take();
    } catch (InterruptedException e) {
      throw ReaderThreads.cancelled("a batch", e);
    } finally {
      waitedNanos += System.nanoTime() - start;
    }
  }

  private void makeAll() {
    try (maker) {
      boolean failed = false;
      for (int i = maker.firstBatch(); i < maker.batches() && !closed && !failed; i++) {
        Made made = made(i);
        failed = made.failure != null;
        queue.put(made);
      }
    } catch (InterruptedException e) {
      // Closed early: nobody waits for the rest.
      Thread.currentThread().interrupt();
    }
  }

  private Made made(int index) {
    try {
      return new Made(maker.make(index), null);
    } catch (RuntimeException | Error e) {
      return new Made(null, e);
    }
  }

  /** A batch, or why there is none. */
  private record Made(@Nullable Batch batch, @Nullable Throwable failure) {}
}
