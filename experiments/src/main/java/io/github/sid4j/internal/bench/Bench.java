package io.github.sid4j.internal.bench;

import io.github.sid4j.internal.bench.BenchPlan.Measurement;
import io.github.sid4j.internal.process.Launch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Carries out a plan of measurement. */
public final class Bench {
  private final BenchPlan plan;
  private final Workers workers;
  private final Consumer<String> progress;
  private final MemoryRuns memoryRuns;

  private final List<String> notes = new ArrayList<>();
  private final List<Double> foreignCores = new ArrayList<>();
  private Ceilings ceilings;
  private List<Timing> timings = List.of();
  private List<StepParts> parts = List.of();
  private final List<MemoryUse> memory = new ArrayList<>();
  private List<MemoryUse> ladder = List.of();
  private List<DepthPoint> depth = List.of();
  private PipelineReport pipeline;
  private List<EngineTime> inference = List.of();

  /**
   * Prepares a measurement.
   *
   * @param plan what to measure
   * @param launch how to start workers of sid4j
   * @param progress receives lines about what continues
   */
  public Bench(BenchPlan plan, Launch launch, Consumer<String> progress) {
    this.plan = plan;
    this.workers = new Workers(plan, launch, progress);
    this.progress = progress;
    memoryRuns = new MemoryRuns(plan, workers);
  }

  /**
   * Measures. To be called once.
   *
   * @return what came of it
   * @throws io.github.sid4j.error.InputException if a setting is out of its range, or the network
   *     cannot be made so
   * @throws WorkerException if a worker ends, hangs, or cannot do what it is asked for
   */
  public BenchReport run() {
    plan.configurations().forEach(configuration -> plan.task(configuration).settings());
    Instant started = Instant.now();
    Double averageBefore = Load.average();
    reportOtherTopologies();
    if (asked(Measurement.STEPS) || asked(Measurement.PARTS)) {
      steps();
    }
    if (asked(Measurement.MEMORY)) {
      memory.addAll(0, memoryRuns.byConfiguration());
      if (!asked(Measurement.STEPS)) {
        memory.addAll(memoryRuns.ofPeers(notes));
      }
    }
    if (asked(Measurement.LADDER)) {
      ladder = memoryRuns.ladder(notes);
    }
    if (asked(Measurement.DEPTH)) {
      DepthCurve curve = new DepthCurve(plan, workers, memoryRuns);
      depth = curve.run(progress);
      foreignCores.addAll(curve.foreignCores());
    }
    if (asked(Measurement.PIPELINE)) {
      pipeline();
    }
    if (asked(Measurement.INFERENCE)) {
      inference = new InferenceRounds(plan, notes).run(progress);
    }
    return new BenchReport(
        started.truncatedTo(ChronoUnit.SECONDS).toString(),
        started.until(Instant.now(), ChronoUnit.MILLIS) / 1e3,
        Environment.ofThisProcess(),
        new Load(averageBefore, Load.average(), mostForeignCores()),
        plan.workload(),
        plan.threads(),
        plan.rounds(),
        plan.steps(),
        plan.batches(),
        plan.warmup(),
        ceilings,
        timings,
        parts,
        memory,
        ladder,
        depth,
        pipeline,
        inference,
        List.copyOf(new LinkedHashSet<>(notes)));
  }

  private void reportOtherTopologies() {
    String others =
        plan.configurations().stream()
            .filter(one -> !plan.task(one).topology().equals(plan.workload().topology()))
            .map(one -> one.method() + " (" + plan.task(one).topology() + ")")
            .distinct()
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      notes.add("not of topology " + plan.workload().topology() + ": " + others);
    }
  }

  private void steps() {
    try (StepRounds rounds = new StepRounds(plan, workers, notes)) {
      foreignCores.add(rounds.run(progress));
      ceilings = rounds.ceilings();
      timings = rounds.timings();
      parts = rounds.parts();
      if (asked(Measurement.MEMORY)) {
        memory.addAll(rounds.peerMemory());
      }
    }
  }

  private void pipeline() {
    try (PipelineRounds rounds = new PipelineRounds(plan, workers, notes)) {
      foreignCores.add(rounds.run(progress));
      pipeline = rounds.report();
    }
  }

  private Double mostForeignCores() {
    return foreignCores.stream().filter(Objects::nonNull).max(Double::compare).orElse(null);
  }

  private boolean asked(Measurement measurement) {
    return plan.measures().contains(measurement);
  }
}
