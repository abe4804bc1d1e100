package io.github.sid4j.internal.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Time and memory against the depth of a network that has a stage for each of its blocks. Depth by
 * depth, the configurations of the first precision take turns; their memory is measured after that,
 * one by one.
 */
final class DepthCurve {
  private final BenchPlan plan;
  private final Workers workers;
  private final MemoryRuns memoryRuns;
  private final List<DepthPoint> points = new ArrayList<>();
  private final List<Double> foreignCores = new ArrayList<>();

  DepthCurve(BenchPlan plan, Workers workers, MemoryRuns memoryRuns) {
    this.plan = plan;
    this.workers = workers;
    this.memoryRuns = memoryRuns;
  }

  /** Cores that others took meanwhile, by depth; {@code null} where unknown. */
  List<Double> foreignCores() {
    return foreignCores;
  }

  List<DepthPoint> run(Consumer<String> progress) {
    for (int depth : plan.depths(BenchPlan.Measurement.DEPTH)) {
      List<WorkerTask> tasks =
          plan.configurationsOfFirstPrecision().stream()
              .map(configuration -> configuration.withSegments(depth))
              .map(configuration -> plan.task(configuration, plan.workload().withDepth(depth)))
              .toList();
      List<Timing> timings = timings(tasks, depth, progress);
      for (int i = 0; i < tasks.size(); i++) {
        MemoryUse memory = memoryRuns.of(name(i), tasks.get(i));
        points.add(new DepthPoint(depth, tasks.get(i).pieces(), timings.get(i), memory));
      }
    }
    return points;
  }

  /** That of the plan, so that it is the same at all depths. */
  private String name(int index) {
    return plan.configurationsOfFirstPrecision().get(index).name();
  }

  private List<Timing> timings(List<WorkerTask> tasks, int depth, Consumer<String> progress) {
    try (InterleavedRounds interleaved = new InterleavedRounds()) {
      for (int i = 0; i < tasks.size(); i++) {
        interleaved.add(workers.worker(name(i), tasks.get(i)));
      }
      foreignCores.add(
          interleaved.rounds(
              plan.rounds(),
              round ->
                  progress.accept(
                      "depth %s, round %s of %s".formatted(depth, round, plan.rounds())),
              worker -> worker.takeTurn(plan)));
      BenchWorker first = interleaved.all().get(0);
      return interleaved.all().stream()
          .map(worker -> worker.timing(first, StepRounds.OURS, worker.flops(), null))
          .toList();
    }
  }
}
