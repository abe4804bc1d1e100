package io.github.sid4j.internal.bench;

import java.util.List;

/**
 * The result of a measurement, as it is written to a file.
 *
 * @param started when it began, ISO 8601 in UTC to the second
 * @param seconds that it took
 * @param environment of the measurement
 * @param load what else the machine did
 * @param workload what was computed
 * @param threads to compute with
 * @param rounds in which every configuration had its turn
 * @param stepsPerRound of each turn
 * @param batchesPerRound of each turn of what works on several at once
 * @param warmup steps that were not measured
 * @param ceilings of the machine; {@code null} if steps were not timed
 * @param timings of steps, the first configuration first
 * @param parts of steps
 * @param memory by configuration
 * @param ladder memory against the number of modules
 * @param depth time and memory against the depth of the network
 * @param pipeline stages on a thread each; {@code null} if it was not asked for
 * @param inference the time of predictions by engine, threads and batch
 * @param notes what a reader should know, in lines
 */
public record BenchReport(
    String started,
    double seconds,
    Environment environment,
    Load load,
    Workload workload,
    int threads,
    int rounds,
    int stepsPerRound,
    int batchesPerRound,
    int warmup,
    Ceilings ceilings,
    List<Timing> timings,
    List<StepParts> parts,
    List<MemoryUse> memory,
    List<MemoryUse> ladder,
    List<DepthPoint> depth,
    PipelineReport pipeline,
    List<EngineTime> inference,
    List<String> notes) {}
