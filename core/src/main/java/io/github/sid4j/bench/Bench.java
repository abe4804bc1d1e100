package io.github.sid4j.bench;

import io.github.sid4j.bench.BenchPlan.Measurement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/** Carries out a plan of measurement. */
public final class Bench {
  private final BenchPlan plan;
  private final Workers workers;
  private final Consumer<String> progress;

  /**
   * Prepares a measurement.
   *
   * @param plan what to measure
   * @param launch how to start workers of sid4j
   * @param progress receives lines about what goes on
   */
  public Bench(BenchPlan plan, Launch launch, Consumer<String> progress) {
    this.plan = plan;
    this.workers = new Workers(plan, launch, progress);
    this.progress = progress;
  }

  /**
   * Measures.
   *
   * @return what came of it
   * @throws io.github.sid4j.error.InputException if a setting is out of its range
   * @throws WorkerException if a worker ends, hangs, or cannot do what it is asked for
   */
  public BenchReport run() {
    plan.configurations().forEach(configuration -> plan.task(configuration).settings());
    Instant started = Instant.now();
    Double averageBefore = Load.average();
    List<String> notes = new ArrayList<>();
    Long flops = null;
    Double foreignCores = null;
    Ceilings ceilings = null;
    List<Timing> timings = List.of();
    List<StepParts> parts = List.of();
    List<MemoryUse> memory = new ArrayList<>();
    MemoryRuns memoryRuns = new MemoryRuns(plan, workers);
    if (asked(Measurement.STEPS) || asked(Measurement.PARTS)) {
      try (StepRounds rounds = new StepRounds(plan, workers, notes)) {
        rounds.run(progress);
        flops = rounds.flops();
        ceilings = rounds.ceilings();
        timings = rounds.timings();
        parts = rounds.parts();
        foreignCores = rounds.foreignCores();
        if (asked(Measurement.MEMORY)) {
          memory.addAll(rounds.peerMemory());
        }
      }
    }
    if (asked(Measurement.MEMORY)) {
      memory.addAll(0, memoryRuns.byConfiguration());
    }
    if (asked(Measurement.MEMORY) && !asked(Measurement.STEPS)) {
      memory.addAll(memoryRuns.ofPeers(notes));
    }
    List<MemoryUse> ladder = asked(Measurement.LADDER) ? memoryRuns.ladder() : List.of();
    return new BenchReport(
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        started.until(Instant.now(), ChronoUnit.MILLIS) / 1e3,
        Circumstances.ofThisProcess(),
        new Load(averageBefore, Load.average(), foreignCores),
        plan.workload(),
        plan.threads(),
        plan.rounds(),
        plan.steps(),
        plan.warmup(),
        flops,
        ceilings,
        timings,
        parts,
        memory,
        ladder,
        List.copyOf(new LinkedHashSet<>(notes)));
  }

  private boolean asked(Measurement measurement) {
    return plan.measures().contains(measurement);
  }
}
