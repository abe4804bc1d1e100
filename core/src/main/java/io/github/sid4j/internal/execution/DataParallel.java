package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Samples on threads: the batch is cut into shares, and each goes through the whole cascade on a
 * worker, as by {@link SinglePass}. Then the shares' gradients are added, weighted by their samples
 * and in their order, and every part is updated once, by the caller. All gradients of all shares
 * are there at once. Modules have to stand forwards of several threads at the same time.
 *
 * <p>Where no layer looks at more than one sample, the numbers are those of {@link SinglePass} up
 * to rounding. Batch norm normalises each share by itself, and learns from the first one alone; so
 * the numbers are the same again, whichever thread is faster.
 */
public final class DataParallel implements Execution {
  private final int count;
  private final ExecutorService workers;

  /**
   * Starts the workers.
   *
   * @param count how many, and into how many shares a batch of as many samples is cut; at least 1
   */
  public DataParallel(int count) {
    this.count = count;
    workers = WorkerThreads.of(count, "sid-share-worker");
  }

  /**
   * {@inheritDoc}
   *
   * <p>If a share fails nothing is updated; of several errors that of the first share is thrown.
   */
  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    try (Scope step = Scope.open()) {
      List<Shard> shares = BatchPart.cut(x, target, count).stream().map(Shard::new).toList();
      learn(cascade, objective, shares, step);
      for (int i = 0; i < cascade.depth(); i++) {
        try (ThreadScope cores = cascade.modules().get(i).openThreads()) {
          updates.module(i, mean(shares, i));
        }
      }
      if (shares.get(0).gradients().size() > cascade.depth()) {
        updates.extractor(mean(shares, cascade.depth()));
      }
      return Measure.join(
          shares.stream().map(Shard::measures).toList(),
          shares.stream().map(Shard::samples).toList());
    }
  }

  private void learn(Cascade cascade, Objective objective, List<Shard> shares, Scope step) {
    Pass pass = Pass.current();
    List<Future<?>> tasks = new ArrayList<>(shares.size());
    try {
      for (int i = 0; i < shares.size(); i++) {
        Shard share = shares.get(i);
        int index = i;
        tasks.add(
            workers.submit(() -> share.learn(cascade, objective, pass, index, shares.size())));
      }
    } finally {
      // Also after an error: the others still read this step's batch, and have gradients.
      tasks.forEach(Futures::untilOver);
      shares.forEach(share -> share.moveTo(step));
    }
    tasks.forEach(Futures::result);
  }

  /** The mean over all samples of the gradients of one part, in place of the first share's. */
  private static List<Tensor> mean(List<Shard> shares, int part) {
    double samples = shares.stream().mapToLong(Shard::samples).sum();
    List<Tensor> sums = shares.get(0).gradients().get(part);
    sums.forEach(sum -> sum.inPlace().times(shares.get(0).samples() / samples));
    for (Shard share : shares.subList(1, shares.size())) {
      List<Tensor> own = share.gradients().get(part);
      double weight = share.samples() / samples;
      IntStream.range(0, own.size()).forEach(i -> sums.get(i).inPlace().plus(own.get(i), weight));
    }
    return sums;
  }

  /** Stops the workers. */
  @Override
  public void close() {
    workers.shutdown();
  }
}
