package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.bench.BenchPlan.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Times steps of all configurations, and the machine's ceilings between them. */
final class StepRounds implements AutoCloseable {
  /** The library that computes sid4j's own steps. */
  static final String OURS = "libtorch";

  private final BenchPlan plan;
  private final InterleavedRounds interleaved = new InterleavedRounds();
  private final List<BenchWorker> peers;
  private final WorkerProcess ceilings;
  private final List<WorkerProtocol.Ceiling> ceilingReports = new ArrayList<>();

  StepRounds(BenchPlan plan, Workers workers, List<String> notes) {
    this.plan = plan;
    try {
      for (Configuration configuration : plan.configurations()) {
        interleaved.add(workers.worker(configuration.name(), plan.task(configuration)));
      }
      // Peers do not report where their time goes.
      peers = asked(Measurement.STEPS) ? workers.peers(notes) : List.of();
      peers.forEach(interleaved::add);
      ceilings = interleaved.attend(workers.ceilings());
      ceilings.awaitReady();
    } catch (RuntimeException e) {
      interleaved.close();
      throw e;
    }
  }

  /** Cores that others took meanwhile; {@code null} where unknown. */
  Double run(Consumer<String> progress) {
    return interleaved.rounds(
        plan.rounds(),
        round -> {
          progress.accept("round " + round + " of " + plan.rounds());
          ceilingReports.add(ceilings.ask("ceilings", 1, WorkerProtocol.Ceiling.class));
        },
        worker -> {
          if (asked(Measurement.STEPS)) {
            worker.takeTurn(plan);
          }
          if (asked(Measurement.PARTS)) {
            worker.lookIntoOneStep();
          }
        });
  }

  private boolean asked(Measurement measurement) {
    return plan.measures().contains(measurement);
  }

  Ceilings ceilings() {
    return Ceilings.of(ceilingReports);
  }

  List<Timing> timings() {
    if (!asked(Measurement.STEPS)) {
      return List.of();
    }
    List<Timing> timings = new ArrayList<>();
    BenchWorker first = interleaved.all().get(0);
    // Peers do not count; they compute what the first of ours does, which has the same topology.
    Long flops = first.flops();
    for (BenchWorker worker : interleaved.all()) {
      boolean peer = peers.contains(worker);
      timings.add(
          worker.timing(first, peer ? "pytorch" : OURS, peer ? flops : worker.flops(), ceilings()));
    }
    return timings;
  }

  /** The memory of the peers, whose processes have nothing else that would come and go. */
  List<MemoryUse> peerMemory() {
    return peers.stream()
        .map(peer -> peer.memory(MemoryRuns.STEPS, plan.workload().modules()))
        .toList();
  }

  List<StepParts> parts() {
    return interleaved.all().stream().map(BenchWorker::stepParts).filter(Objects::nonNull).toList();
  }

  @Override
  public void close() {
    interleaved.close();
  }
}
