package io.github.sid4j.internal.bench;

/**
 * How long one engine takes to predict.
 *
 * @param engine with the precision that it computes in
 * @param threads of one call
 * @param batch examples of one call
 * @param calls that were timed
 * @param p50Seconds half of the calls took at most this
 * @param p99Seconds 99 of 100 calls took at most this
 * @param samplesPerSecond at the median
 * @param timeRatio to the first engine with the same threads and batch: the median over the rounds
 *     of the ratio of the two medians of a round
 */
public record EngineTime(
    String engine,
    int threads,
    int batch,
    int calls,
    double p50Seconds,
    double p99Seconds,
    double samplesPerSecond,
    double timeRatio) {}
