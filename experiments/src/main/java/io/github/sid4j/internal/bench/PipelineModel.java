package io.github.sid4j.internal.bench;

import java.util.Comparator;
import java.util.List;

/**
 * What a pipeline can do, from what its stages take one by one: as many batches a second as its
 * slowest stage, and before that, while the pipeline fills, the forwards of the others. A stage
 * hands a batch over before its backward.
 *
 * @param stages in order, at least one
 * @param handOver seconds to hand a batch over
 */
record PipelineModel(List<Stage> stages, double handOver) {
  /**
   * A stage by itself.
   *
   * @param forward seconds until it can hand over
   * @param all seconds in all
   */
  record Stage(double forward, double all) {}

  static PipelineModel of(List<StageCost> costs, double handOver) {
    return new PipelineModel(
        costs.stream()
            .map(cost -> new Stage(cost.forwardSeconds().median(), cost.seconds().median()))
            .toList(),
        handOver);
  }

  private Stage slowestStage() {
    return stages.stream().max(Comparator.comparingDouble(Stage::all)).orElseThrow();
  }

  /** Seconds of the slowest stage. */
  double slowest() {
    return slowestStage().all();
  }

  /** Seconds of all stages, one after the other. */
  double inTurn() {
    return stages.stream().mapToDouble(Stage::all).sum();
  }

  /** Seconds between batches, once the pipeline is full and each stage has a core. */
  double betweenBatches() {
    return slowest() + handOver;
  }

  /**
   * Seconds in which the slowest stage has nothing to do, before its first batch or after its last.
   */
  double fill() {
    double forwards = stages.stream().mapToDouble(Stage::forward).sum();
    return forwards - slowestStage().forward() + (stages.size() - 1) * handOver;
  }

  /**
   * The mean seconds of a number of batches, sent in one after the other, from the first's begin to
   * the last's end.
   *
   * @param batches how many
   * @param cores that there are: no more is done at once
   */
  double meanOf(int batches, int cores) {
    double work = (inTurn() + stages.size() * handOver) / cores;
    return Math.max(work, betweenBatches() + fill() / batches);
  }

  /** How many times as fast as all stages in turn on one core, when full. */
  double speedUp() {
    return inTurn() / betweenBatches();
  }
}
