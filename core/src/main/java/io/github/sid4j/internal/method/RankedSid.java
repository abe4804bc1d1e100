package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.RankGroup;
import io.github.sid4j.internal.execution.Pipeline;
import io.github.sid4j.internal.execution.PipelineHead;
import io.github.sid4j.internal.execution.PipelineLink;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * {@link PipelinedSid} whose stages lie in several processes. The first has the batches, and all
 * numbers of the cascade whenever it is drained: so what trains, validates and stores there need
 * not know of the others.
 */
public final class RankedSid implements Method {
  private final Optimizers optimizers;
  private final PipelineHead head;
  private final List<PartState> others = new ArrayList<>();
  private boolean learned;
  private boolean failed;

  /**
   * Starts the stages here, and gives the other processes what theirs begin with.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of all parts
   * @param threads of each of its {@link Pipeline#stages}
   * @param shares of the processes in them
   * @param peers of all processes, of which this is the first
   */
  public RankedSid(
      Cascade cascade,
      Objective objective,
      Optimizers optimizers,
      List<Integer> threads,
      StageShares shares,
      RankGroup peers) {
    this.optimizers = optimizers;
    head = new PipelineHead(cascade, objective, threads, shares.to(0), peers);
    for (int rank = 1; rank < peers.size(); rank++) {
      PartState state = state(cascade, optimizers, shares, rank);
      others.add(state);
      head.give(rank, state.parcel());
    }
  }

  private static PartState state(
      Cascade cascade, Optimizers optimizers, StageShares shares, int rank) {
    List<Integer> ends = Pipeline.stages(cascade).stream().map(List::size).toList();
    return new PartState(
        cascade, optimizers, sum(ends, shares.from(rank)), sum(ends, shares.to(rank)));
  }

  private static int sum(List<Integer> sizes, int count) {
    return sizes.subList(0, count).stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * Works as one of the other processes, until the first lets it end.
   *
   * @param cascade whose stages of this process are trained in place
   * @param objective of its modules
   * @param optimizers of all parts
   * @param threads of each of its {@link Pipeline#stages}
   * @param shares of the processes in them
   * @param peers of all processes
   */
  public static void follow(
      Cascade cascade,
      Objective objective,
      Optimizers optimizers,
      List<Integer> threads,
      StageShares shares,
      RankGroup peers) {
    int rank = peers.rank();
    PartState state = state(cascade, optimizers, shares, rank);
    try (PipelineLink link =
        new PipelineLink(
            cascade,
            objective,
            threads,
            shares.from(rank),
            shares.to(rank),
            peers,
            rate -> new LocalUpdates(optimizers, rate))) {
      link.run(state::take, state::parcel);
    } finally {
      optimizers.forget();
    }
  }

  @Override
  public List<StepReport> take(Tensor input, Target target, double learningRate) {
    learned = true;
    return watched(
        () -> head.submit(input, target, learningRate, new LocalUpdates(optimizers, learningRate)));
  }

  @Override
  public List<StepReport> drain() {
    return watched(
        () -> {
          List<Pipeline.Done> done = head.drain();
          if (learned) {
            Iterator<PartState> next = others.iterator();
            head.fetch(parcel -> next.next().take(parcel));
            learned = false;
          }
          return done;
        });
  }

  private List<StepReport> watched(Supplier<List<Pipeline.Done>> work) {
    failed = true;
    List<StepReport> reports = PipelinedSid.reports(work.get());
    failed = false;
    return reports;
  }

  /** Lets the other processes end, unless something went wrong. */
  @Override
  public void close() {
    try (head) {
      if (!failed) {
        head.end();
      }
    }
  }
}
