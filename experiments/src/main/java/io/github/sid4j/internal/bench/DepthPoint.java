package io.github.sid4j.internal.bench;

/**
 * Time and memory of one configuration's step of a network of one depth.
 *
 * @param depth blocks of the network
 * @param pieces into which it is cut: stages, or segments that are computed again; 1 for a network
 *     that is trained as one
 * @param timing of steps
 * @param memory during steps
 */
public record DepthPoint(int depth, int pieces, Timing timing, MemoryUse memory) {}
