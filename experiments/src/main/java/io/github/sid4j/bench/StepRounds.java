package io.github.sid4j.bench;

import io.github.sid4j.bench.BenchPlan.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Times steps of all configurations, and the machine's ceilings between them. */
final class StepRounds implements AutoCloseable {
  /** The library that computes sid4j's own steps. */
  static final String OURS = "libtorch";

  private final BenchPlan plan;
  private final InterleavedRounds racers = new InterleavedRounds();
  private final List<BenchWorker> peers;
  private final WorkerProcess ceilings;
  private final List<WorkerProtocol.Ceiling> ceilingsTold = new ArrayList<>();

  StepRounds(BenchPlan plan, Workers workers, List<String> notes) {
    this.plan = plan;
    try {
      for (Configuration configuration : plan.configurations()) {
        racers.add(workers.racer(configuration.name(), plan.task(configuration)));
      }
      // Peers cannot tell where their time goes.
      peers = asked(Measurement.STEPS) ? workers.peers(notes) : List.of();
      peers.forEach(racers::add);
      ceilings = racers.attend(workers.ceilings());
      ceilings.awaitReady();
    } catch (RuntimeException e) {
      racers.close();
      throw e;
    }
  }

  /** Cores that others took meanwhile; {@code null} where not told. */
  Double run(Consumer<String> progress) {
    return racers.rounds(
        plan.rounds(),
        round -> {
          progress.accept("round " + round + " of " + plan.rounds());
          ceilingsTold.add(ceilings.ask("ceilings", 1, WorkerProtocol.Ceiling.class));
        },
        racer -> {
          if (asked(Measurement.STEPS)) {
            racer.takeTurn(plan);
          }
          if (asked(Measurement.PARTS)) {
            racer.lookIntoOneStep();
          }
        });
  }

  private boolean asked(Measurement measurement) {
    return plan.measures().contains(measurement);
  }

  Ceilings ceilings() {
    return Ceilings.of(ceilingsTold);
  }

  List<Timing> timings() {
    if (!asked(Measurement.STEPS)) {
      return List.of();
    }
    List<Timing> timings = new ArrayList<>();
    BenchWorker first = racers.all().get(0);
    // Peers do not count; they compute what the first of ours does, which is of the same shape.
    Long flops = first.flops();
    for (BenchWorker racer : racers.all()) {
      boolean peer = peers.contains(racer);
      timings.add(
          racer.timing(first, peer ? "pytorch" : OURS, peer ? flops : racer.flops(), ceilings()));
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
    return racers.all().stream().map(BenchWorker::stepParts).filter(Objects::nonNull).toList();
  }

  @Override
  public void close() {
    racers.close();
  }
}
