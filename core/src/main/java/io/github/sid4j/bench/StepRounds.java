package io.github.sid4j.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Times steps. All workers live at once and have short turns, one at a time, in an order that is
 * reversed from round to round: what changes slowly in the machine meets all of them alike.
 */
final class StepRounds implements AutoCloseable {
  private final BenchPlan plan;
  private final List<Racer> racers = new ArrayList<>();
  private final List<Racer> peers;
  private final WorkerProcess ceilings;
  private final List<Answers.Ceiling> ceilingsTold = new ArrayList<>();
  private Double foreignCores;

  StepRounds(BenchPlan plan, Workers workers, List<String> notes) {
    this.plan = plan;
    try {
      for (Configuration configuration : plan.configurations()) {
        String name = configuration.name();
        racers.add(
            new Racer(
                configuration, name, workers.step(name, plan.task(configuration), List.of())));
      }
      // Peers cannot tell where their time goes.
      peers = timing() ? workers.peers(notes) : List.of();
      racers.addAll(peers);
      ceilings = workers.ceilings();
    } catch (RuntimeException e) {
      racers.forEach(Racer::close);
      throw e;
    }
  }

  void run(Consumer<String> progress) {
    ceilings.awaitReady();
    ForeignLoad load = new ForeignLoad(this::processorTime);
    List<Racer> order = new ArrayList<>(racers);
    for (int round = 1; round <= plan.rounds(); round++) {
      progress.accept("round " + round + " of " + plan.rounds());
      ceilingsTold.add(ceilings.ask("ceilings", 1, Answers.Ceiling.class));
      if (timing()) {
        order.forEach(racer -> racer.takeSteps(plan.steps()));
      }
      if (plan.measures().contains(BenchPlan.Measurement.PARTS)) {
        order.forEach(Racer::lookIntoOneStep);
      }
      Collections.reverse(order);
    }
    foreignCores = load.cores();
  }

  private boolean timing() {
    return plan.measures().contains(BenchPlan.Measurement.STEPS);
  }

  private Duration processorTime() {
    return racers.stream()
        .map(racer -> racer.process().processorTime())
        .reduce(ceilings.processorTime(), Duration::plus);
  }

  /** Cores that others took meanwhile; {@code null} where not told. */
  Double foreignCores() {
    return foreignCores;
  }

  /** Operations of a step; {@code null} if they are not known. */
  Long flops() {
    return racers.get(0).ready().stepFlops();
  }

  Ceilings ceilings() {
    return Ceilings.of(ceilingsTold);
  }

  List<Timing> timings() {
    if (!timing()) {
      return List.of();
    }
    Racer first = racers.get(0);
    return racers.stream()
        .map(
            racer ->
                racer.timing(
                    first,
                    plan.workload().batch(),
                    peers.contains(racer) ? "pytorch" : "libtorch",
                    flops(),
                    ceilings()))
        .toList();
  }

  /** The memory of the peers, whose processes have nothing else that would come and go. */
  List<MemoryUse> peerMemory() {
    return peers.stream()
        .map(peer -> peer.memory(MemoryRuns.STEPS, plan.workload().modules()))
        .toList();
  }

  List<StepParts> parts() {
    return racers.stream().map(Racer::stepParts).filter(Objects::nonNull).toList();
  }

  @Override
  public void close() {
    racers.forEach(Racer::close);
    ceilings.close();
  }
}
