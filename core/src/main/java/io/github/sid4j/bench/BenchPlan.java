package io.github.sid4j.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a measurement does.
 *
 * @param workload that is computed
 * @param configurations that are compared; the first is what the others are set in relation to
 * @param measures what is told of them
 * @param threads of one operation, at least 1
 * @param rounds in which every configuration has its turn, at least 1
 * @param steps of each turn, at least 1
 * @param warmup steps that are not measured, at least 0
 * @param depths numbers of modules for {@link Measurement#LADDER}
 * @param peers to time beside; empty for none
 * @param patience how long to wait for any answer of a worker
 */
public record BenchPlan(
    Workload workload,
    List<Configuration> configurations,
    Set<Measurement> measures,
    int threads,
    int rounds,
    int steps,
    int warmup,
    List<Integer> depths,
    Optional<Peers> peers,
    Duration patience) {
  /** Keeps copies. */
  public BenchPlan {
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("expected at least one configuration, found none");
    }
    configurations = List.copyOf(configurations);
    measures = Set.copyOf(measures);
    depths = List.copyOf(depths);
  }

  /** What can be told. */
  public enum Measurement {
    /** The time of steps, beside the machine's ceilings. */
    STEPS,
    /** Where the time of steps goes. */
    PARTS,
    /** Memory by configuration. */
    MEMORY,
    /** Memory against the number of modules. */
    LADDER
  }

  WorkerTask task(Configuration configuration) {
    return new WorkerTask(workload, configuration, threads, warmup);
  }
}
