package io.github.sid4j.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures memory, each configuration in a process of its own that does nothing else. */
final class MemoryRuns {
  /** Steps during which memory is watched. */
  static final int STEPS = 3;

  private final BenchPlan plan;
  private final Workers workers;

  MemoryRuns(BenchPlan plan, Workers workers) {
    this.plan = plan;
    this.workers = workers;
  }

  List<MemoryUse> byConfiguration() {
    return plan.configurations().stream()
        .map(configuration -> ours(configuration, plan.workload()))
        .toList();
  }

  List<MemoryUse> ofPeers(List<String> notes) {
    List<Racer> peers = workers.peers(notes);
    try {
      return peers.stream().map(peer -> peer.memory(STEPS, plan.workload().modules())).toList();
    } finally {
      peers.forEach(Racer::close);
    }
  }

  /** The configurations of the first precision, by depth. */
  List<MemoryUse> ladder() {
    String precision = plan.configurations().get(0).precision();
    List<MemoryUse> all = new ArrayList<>();
    for (Configuration configuration : plan.configurations()) {
      if (configuration.precision().equals(precision)) {
        plan.depths()
            .forEach(depth -> all.add(ours(configuration, plan.workload().withModules(depth))));
      }
    }
    return all;
  }

  private MemoryUse ours(Configuration configuration, Workload workload) {
    String name = configuration.name();
    WorkerTask task = new WorkerTask(workload, configuration, plan.threads(), plan.warmup());
    try (WorkerProcess worker =
        workers.step(
            name + ", memory of " + workload.modules() + " modules", task, Launch.FRUGAL)) {
      worker.awaitReady();
      return MemoryUse.of(
          name, workload.modules(), worker.ask("memory", STEPS, Answers.Memory.class));
    }
  }
}
