package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A thread for each stage, each with a batch of its own: stage k works on one batch while stage k +
 * 1 works on the batch before. A stage takes the batches in their order, and needs of the stage
 * before it only the forward values of the same batch. So every number is that of the steps one
 * after the other: no weights are stale, and after the first batches no stage waits for a gradient.
 *
 * <p>There are never more batches under way than stages and one.
 */
public final class Pipeline implements AutoCloseable {
  private final StageRow row;
  private final LinkedBlockingQueue<Done> through = new LinkedBlockingQueue<>();

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
    row =
        new StageRow(
            cascade, objective, threads, 0, Segment.ends(cascade).size(), new Collecting(through));
  }

  /** There is nothing behind the last stage but the list of what came out. */
  private record Collecting(LinkedBlockingQueue<Done> through) implements StageRow.Outlet {
    @Override
    public void next(InFlightBatch batch) {
      throw new IllegalStateException("a whole pipeline hands nothing over");
    }

    @Override
    public void through(Done done) {
      through.add(done);
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
    row.enter();
    if (row.failure() == null) {
      row.take(InFlightBatch.of(x, target, updates));
    } else {
      row.leave();
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
    row.awaitAll();
    return collect();
  }

  private List<Done> collect() {
    RuntimeException failed = row.failure();
    if (failed != null) {
      throw failed;
    }
    List<Done> done = new ArrayList<>();
    through.drainTo(done);
    return done;
  }

  /**
   * Ends the stages' threads once they are through with what they have; after an error that is what
   * they were at, and the batches that wait are freed.
   */
  @Override
  public void close() {
    row.close();
  }
}
