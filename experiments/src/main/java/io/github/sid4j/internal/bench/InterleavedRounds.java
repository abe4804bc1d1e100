package io.github.sid4j.internal.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Workers that live at once and have short turns, one at a time, in an order that is reversed from
 * round to round: what changes slowly in the machine meets all of them alike.
 */
final class InterleavedRounds implements AutoCloseable {
  private final List<BenchWorker> all = new ArrayList<>();
  private final List<WorkerProcess> others = new ArrayList<>();

  /** Takes one in, to be closed with this. */
  BenchWorker add(BenchWorker worker) {
    all.add(worker);
    return worker;
  }

  /** Takes in a worker that has no turns of its own, to be closed with this. */
  WorkerProcess attend(WorkerProcess worker) {
    others.add(worker);
    return worker;
  }

  /** In the order in which they came. */
  List<BenchWorker> all() {
    return Collections.unmodifiableList(all);
  }

  /**
   * Gives each its turns.
   *
   * @param count of rounds
   * @param between what else is done at the beginning of each round
   * @param turn of one
   * @return cores that others took meanwhile; {@code null} where unknown
   */
  Double rounds(int count, Consumer<Integer> between, Consumer<BenchWorker> turn) {
    ForeignLoad load = new ForeignLoad(this::processorTime);
    List<BenchWorker> order = new ArrayList<>(all);
    for (int round = 1; round <= count; round++) {
      between.accept(round);
      order.forEach(turn);
      Collections.reverse(order);
    }
    return load.cores();
  }

  private Duration processorTime() {
    Duration time = Duration.ZERO;
    for (BenchWorker worker : all) {
      time = time.plus(worker.process().processorTime());
    }
    for (WorkerProcess other : others) {
      time = time.plus(other.processorTime());
    }
    return time;
  }

  @Override
  public void close() {
    all.forEach(BenchWorker::close);
    others.forEach(WorkerProcess::close);
  }
}
