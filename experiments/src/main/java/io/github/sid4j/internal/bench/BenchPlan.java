package io.github.sid4j.internal.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a measurement does.
 *
 * @param workload that is computed
 * @param configurations that are compared; the first is what the others are set in relation to
 * @param measures what is measured of them
 * @param threads to compute with, at least 1
 * @param rounds in which every configuration has its turn, at least 1
 * @param steps of each turn, at least 1
 * @param batches of each turn of what works on several at once, at least 1
 * @param warmup steps that are not measured, at least 0
 * @param depths numbers of modules for {@link Measurement#LADDER}, of blocks for {@link
 *     Measurement#DEPTH}; empty for the usual ones
 * @param predicted numbers of stages for which {@link Measurement#PIPELINE} predicts the time
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
    int batches,
    int warmup,
    List<Integer> depths,
    List<Integer> predicted,
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
    predicted = List.copyOf(predicted);
  }

  /** What can be measured. */
  public enum Measurement {
    /** The time of steps, beside the machine's ceilings. */
    STEPS,
    /** Where the time of steps goes. */
    PARTS,
    /** Memory by configuration. */
    MEMORY,
    /** Memory against the number of modules. */
    LADDER,
    /** Time and memory against the depth of a network with a stage for each block. */
    DEPTH,
    /** Stages on a thread each beside other ways to use the cores. */
    PIPELINE,
    /** The time of predictions by each engine. */
    INFERENCE
  }

  WorkerTask task(Configuration configuration) {
    return task(configuration, workload);
  }

  WorkerTask task(Configuration configuration, Workload other) {
    return new WorkerTask(other, configuration, threads, warmup);
  }

  /** The configurations of the precision that the first one has. */
  List<Configuration> configurationsOfFirstPrecision() {
    String precision = configurations.get(0).precision();
    return configurations.stream()
        .filter(configuration -> configuration.precision().equals(precision))
        .toList();
  }

  /** The depths of a measurement: those that are asked for, or the usual ones. */
  List<Integer> depths(Measurement measurement) {
    if (!depths.isEmpty()) {
      return depths;
    }
    return measurement == Measurement.DEPTH
        ? List.of(4, 8, 12, 24, 48)
        : List.of(1, 2, 4, 8, 16, 32, 64);
  }
}
