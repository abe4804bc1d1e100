package io.github.sid4j.internal.bench;

/**
 * How fast many batches go through in one of the ways to use the cores.
 *
 * @param name of the configuration, with what its threads are given to
 * @param threads that compute at once
 * @param batchSeconds of the mean batch of each turn
 * @param batchesPerSecond at the median
 * @param speedUp over one thread: the median over the rounds
 * @param predictedSeconds of the mean batch, by the model; {@code null} where it says nothing
 */
public record Throughput(
    String name,
    int threads,
    Quartiles batchSeconds,
    double batchesPerSecond,
    double speedUp,
    Double predictedSeconds) {}
