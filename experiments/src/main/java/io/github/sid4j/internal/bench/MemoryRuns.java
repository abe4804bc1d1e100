package io.github.sid4j.internal.bench;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.process.Launch;
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
        .map(configuration -> of(configuration.name(), plan.task(configuration)))
        .toList();
  }

  List<MemoryUse> ofPeers(List<String> notes) {
    List<BenchWorker> peers = workers.peers(notes);
    try {
      return peers.stream().map(peer -> peer.memory(STEPS, plan.workload().modules())).toList();
    } finally {
      peers.forEach(BenchWorker::close);
    }
  }

  /** The configurations of the first precision, by number of modules. */
  List<MemoryUse> ladder(List<String> notes) {
    List<MemoryUse> all = new ArrayList<>();
    for (Configuration configuration : plan.configurationsOfFirstPrecision()) {
      for (int modules : plan.depths(BenchPlan.Measurement.LADDER)) {
        WorkerTask task = plan.task(configuration, plan.workload().withModules(modules));
        try {
          all.add(of(configuration.name(), task));
        } catch (InputException e) {
          if (all.isEmpty()) {
            throw e;
          }
          // A network cannot be cut into more stages than it has blocks.
          notes.add("%s modules are left out: %s".formatted(modules, e.getMessage()));
        }
      }
    }
    return all;
  }

  /** Of one task, in a process without Java's large compiler. */
  MemoryUse of(String name, WorkerTask task) {
    int modules = task.workload().modules();
    try (WorkerProcess worker =
        workers.step("%s, memory of %s modules".formatted(name, modules), task, Launch.FRUGAL)) {
      worker.awaitReady();
      return MemoryUse.of(name, modules, worker.ask("memory", STEPS, WorkerProtocol.Memory.class));
    }
  }
}
