package io.github.sid4j.internal.bench;

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
    Quartiles forwardSeconds,
    Quartiles backwardSeconds,
    Quartiles updateSeconds,
    Quartiles seconds) {
  /** Sums up the reports, by stage. */
  static List<StageCost> of(List<WorkerProtocol.Stages> reported) {
    List<StageCost> costs = new ArrayList<>();
    int stages = reported.get(0).forward().get(0).size();
    for (int i = 0; i < stages; i++) {
      double[] forward = column(reported, WorkerProtocol.Stages::forward, i);
      double[] backward = column(reported, WorkerProtocol.Stages::backward, i);
      double[] update = column(reported, WorkerProtocol.Stages::update, i);
      double[] all =
          IntStream.range(0, forward.length)
              .mapToDouble(step -> forward[step] + backward[step] + update[step])
              .toArray();
      costs.add(
          new StageCost(
              i + 1,
              Quartiles.of(forward),
              Quartiles.of(backward),
              Quartiles.of(update),
              Quartiles.of(all)));
    }
    return costs;
  }

  private static double[] column(
      List<WorkerProtocol.Stages> reported,
      Function<WorkerProtocol.Stages, List<List<Double>>> which,
      int stage) {
    return reported.stream()
        .flatMapToDouble(
            round ->
                which.apply(round).stream().flatMapToDouble(s -> DoubleStream.of(s.get(stage))))
        .toArray();
  }
}
