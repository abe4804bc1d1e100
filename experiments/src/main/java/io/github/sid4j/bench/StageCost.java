package io.github.sid4j.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What one stage's share of a step takes by itself, on one thread.
 *
 * @param stage its number, from 1
 * @param forwardSeconds of stage and head
 * @param backwardSeconds of belief, loss, measure and gradients
 * @param updateSeconds of the optimizer
 * @param seconds of all three
 */
public record StageCost(
    int stage,
    Spread forwardSeconds,
    Spread backwardSeconds,
    Spread updateSeconds,
    Spread seconds) {
  /** Sums up what was told, by stage. */
  static List<StageCost> of(List<WorkerProtocol.Stages> told) {
    List<StageCost> costs = new ArrayList<>();
    int stages = told.get(0).forward().get(0).size();
    for (int i = 0; i < stages; i++) {
      double[] forward = column(told, WorkerProtocol.Stages::forward, i);
      double[] backward = column(told, WorkerProtocol.Stages::backward, i);
      double[] update = column(told, WorkerProtocol.Stages::update, i);
      double[] all =
          IntStream.range(0, forward.length)
              .mapToDouble(step -> forward[step] + backward[step] + update[step])
              .toArray();
      costs.add(
          new StageCost(
              i + 1, Spread.of(forward), Spread.of(backward), Spread.of(update), Spread.of(all)));
    }
    return costs;
  }

  private static double[] column(
      List<WorkerProtocol.Stages> told,
      Function<WorkerProtocol.Stages, List<List<Double>>> which,
      int stage) {
    return told.stream()
        .flatMapToDouble(
            round ->
                which.apply(round).stream().flatMapToDouble(s -> DoubleStream.of(s.get(stage))))
        .toArray();
  }
}
