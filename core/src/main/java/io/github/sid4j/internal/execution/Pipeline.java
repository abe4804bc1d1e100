package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A thread for each stage, each with a batch of its own: stage k works on one batch while stage k +
 * 1 works on the batch before. A stage takes the batches in their order, and needs of the stage
 * before it only the forward values of the same batch. So every number is that of the steps one
 * after the other: no weights are stale, and after the first batches no stage waits for a gradient.
 *
 * <p>There are never more batches under way than stages and one.
 */
public final class Pipeline implements AutoCloseable {
  private final List<Segment> segments;
  private final List<ExecutorService> workers = new ArrayList<>();
  private final Semaphore places;
  private final LinkedBlockingQueue<Done> through = new LinkedBlockingQueue<>();
  private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

  /**
   * What came of a batch.
   *
   * @param samples in it
   * @param measures of each module, of its belief before the update
   */
  public record Done(long samples, List<Measure> measures) {}

  /**
   * Starts the stages.
   *
   * @param cascade trained
   * @param objective of its modules
   * @param threads that the operations of each of its {@link #stages} may use, at least 1
   */
  public Pipeline(Cascade cascade, Objective objective, List<Integer> threads) {
    segments = Segment.all(cascade, objective);
    if (threads.size() != segments.size()) {
      throw new IllegalArgumentException(
          "a pipeline expected threads for each of its %s stages, found %s"
              .formatted(segments.size(), threads.size()));
    }
    places = new Semaphore(segments.size() + 1);
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      int own = threads.get(i);
      workers.add(Executors.newSingleThreadExecutor(task -> worker(task, segment, own)));
    }
  }

  /**
   * The modules of a cascade by the stages of its pipeline: the extractor's readers are in the
   * first, and each module behind them that carries a stage begins another.
   *
   * @param cascade of any shape
   * @return in order, none empty
   */
  public static List<List<BeliefModule>> stages(Cascade cascade) {
    List<List<BeliefModule>> stages = new ArrayList<>();
    int from = 0;
    for (int to : Segment.ends(cascade)) {
      stages.add(cascade.modules().subList(from, to));
      from = to;
    }
    return stages;
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

  /**
   * Sends a batch in; waits while there are as many under way as may be.
   *
   * @param x [B, ...]
   * @param target of that batch
   * @param updates receives its gradients, on the stages' threads
   * @return what came of the batches that are through since the last call, in their order
   * @throws DivergedException if a loss of this batch or another was no finite number
   * @throws InputException if a module refused its input
   * @throws IllegalStateException if anything else went wrong in a stage; its message names the
   *     stage's modules, its cause is what was thrown. Of several errors every later call reports
   *     the first in time
   */
  public List<Done> submit(Tensor x, Target target, Execution.Updates updates) {
    places.acquireUninterruptibly();
    if (failure.get() == null) {
      send(InFlightBatch.of(x, target, updates), 0);
    } else {
      places.release();
    }
    return collect();
  }

  /**
   * Waits until every stage has learned from every batch that was sent in.
   *
   * @return what came of the batches that are through since the last call, in their order
   * @throws RuntimeException as {@link #submit}
   */
  public List<Done> drain() {
    awaitAll();
    return collect();
  }

  private void send(InFlightBatch batch, int stage) {
    workers.get(stage).execute(() -> work(batch, stage));
  }

  private void work(InFlightBatch batch, int stage) {
    boolean[] handedOver = {false};
    try {
      if (failure.get() == null) {
        boolean last = stage + 1 == segments.size();
        batch.pass(
            segments.get(stage),
            () -> {
              if (!last) {
                send(batch, stage + 1);
                handedOver[0] = true;
              }
            });
        if (last) {
          through.add(batch.done());
        }
      }
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, placed(segments.get(stage), e));
    } finally {
      if (!handedOver[0]) {
        batch.close();
        places.release();
      }
    }
  }

  /** Bad input and divergence say themselves where they were found. */
  private static RuntimeException placed(Segment segment, Throwable e) {
    return e instanceof InputException || e instanceof DivergedException
        ? (RuntimeException) e
        : new IllegalStateException(segment.name() + " failed: " + e, e);
  }

  private List<Done> collect() {
    RuntimeException failed = failure.get();
    if (failed != null) {
      throw failed;
    }
    List<Done> done = new ArrayList<>();
    through.drainTo(done);
    return done;
  }

  /** When a stage has reached its barrier, all that it hands over is in the next one's queue. */
  private void awaitAll() {
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
