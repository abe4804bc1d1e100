package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Neighbouring stages of a pipeline with a thread each, through which batches go in their order.
 * There are never more batches in it than stages and one.
 */
final class StageRow implements AutoCloseable {
  private final List<Segment> segments;
  private final boolean last;
  private final Outlet outlet;
  private final List<ExecutorService> workers = new ArrayList<>();
  private final Semaphore places;
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /** What is behind the row. Called on the threads of its stages. */
  interface Outlet {
    /**
     * Takes a batch over while the stage still learns from it, if there are stages behind the row;
     * {@link StageRow#leave} is to be called when it is sent.
     */
    void next(InFlightBatch batch);

    /** Hears of a batch that the last of all stages is through with. */
    void through(Pipeline.Done done);

    /** Hears of the first error. */
    default void failed() {}
  }

  /**
   * Starts the stages.
   *
   * @param threads that the operations of each stage of the whole pipeline may use
   * @param from the first stage of the row, from 0
   * @param to the one behind its last
   */
  StageRow(
      Cascade cascade,
      Objective objective,
      List<Integer> threads,
      int from,
      int to,
      Outlet outlet) {
    List<Segment> all = Segment.all(cascade, objective);
    if (threads.size() != all.size()) {
      throw new IllegalArgumentException(
          "a pipeline expected threads for each of its %s stages, found %s"
              .formatted(all.size(), threads.size()));
    }
    segments = all.subList(from, to);
    last = to == all.size();
    this.outlet = outlet;
    places = new Semaphore(segments.size() + 1);
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int own = threads.get(from + i);
      workers.add(Executors.newSingleThreadExecutor(task -> worker(task, segment, own)));
    }
  }

  private static Thread worker(Runnable task, Segment segment, int threads) {
    Thread thread =
        new Thread(
            () -> {
              Engine.useThreads(threads);
              task.run();
            },
            "sid-" + segment.name());
    thread.setDaemon(true);
    return thread;
  }

  /** Waits until there is room for another batch. */
  void enter() {
    places.acquireUninterruptibly();
  }

  /** Makes room for another batch. */
  void leave() {
    places.release();
  }

  /** Sends a batch in, for which {@link #enter} has found room. */
  void take(InFlightBatch batch) {
    send(batch, 0);
  }

  private void send(InFlightBatch batch, int stage) {
    workers.get(stage).execute(() -> work(batch, stage));
  }

  private void work(InFlightBatch batch, int stage) {
    boolean[] handedOver = {false};
    try {
      if (failure.get() == null) {
        boolean end = stage + 1 == segments.size();
        batch.pass(
            segments.get(stage),
            () -> {
              if (!end) {
                send(batch, stage + 1);
                handedOver[0] = true;
              } else if (!last) {
                outlet.next(batch);
                handedOver[0] = true;
              }
            });
        if (end && last) {
          outlet.through(batch.done());
        }
      }
    } catch (RuntimeException | Error e) {
      fail(placed(segments.get(stage), e));
    } finally {
      if (!handedOver[0]) {
        batch.close();
        leave();
      }
    }
  }

  /** Bad input and divergence say themselves where they were found. */
  private static RuntimeException placed(Segment segment, Throwable e) {
    return e instanceof InputException || e instanceof DivergedException
        ? (RuntimeException) e
        : new IllegalStateException(segment.name() + " failed: " + e, e);
  }

  /** Lets nothing be learned any more; the first error counts. */
  void fail(RuntimeException e) {
    if (failure.compareAndSet(null, e)) {
      outlet.failed();
    }
  }

  /** The first error in time. */
  @Nullable RuntimeException failure() {
    return failure.get();
  }

  /**
   * Waits until the stages are through with what was taken in. When a stage has reached its
   * barrier, all that it hands over is in the next one's queue.
   */
  void awaitAll() {
    workers.forEach(worker -> Futures.untilOver(worker.submit(() -> {})));
  }

  /**
   * Ends the stages' threads once they are through with what they have; after an error that is what
   * they were at, and the batches that wait are freed.
   */
  @Override
  public void close() {
    awaitAll();
    workers.forEach(ExecutorService::shutdown);
  }
}
