package io.github.sid4j.export;

/**
 * What came of an export.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param bytes size of the file
 * @param beliefs how many depths have an output
 * @param largestDifference between a probability of ONNX Runtime and the cascade's own, of all
 *     depths and samples that they were compared on
 */
public record Exported(long bytes, int beliefs, double largestDifference) {}
