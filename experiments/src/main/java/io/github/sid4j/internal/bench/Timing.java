package io.github.sid4j.internal.bench;

import java.util.Map;

/**
 * The time of one configuration's steps.
 *
 * @param name of the configuration
 * @param library that computed it, with its version
 * @param method that trained
 * @param settings of its own, by name
 * @param topology of its cascade
 * @param execution of the method; {@code null} for the usual one
 * @param precision of the layers
 * @param parameters numbers that were trained
 * @param stepFlops operations of a step by its definition; {@code null} for methods whose are not
 *     counted
 * @param stepSeconds of all steps, or of the mean batch of each turn of what works on several at
 *     once
 * @param samplesPerSecond at the median
 * @param timeRatio to the first configuration: the median over the rounds of the ratio of the two
 *     medians of a round
 * @param floorSeconds the operations of the step at the ceiling of its precision; {@code null} if
 *     that was not measured
 * @param timesFloor the median in floors; {@code null} if there is none
 */
public record Timing(
    String name,
    String library,
    String method,
    Map<String, String> settings,
    String topology,
    String execution,
    String precision,
    long parameters,
    Long stepFlops,
    Quartiles stepSeconds,
    double samplesPerSecond,
    double timeRatio,
    Double floorSeconds,
    Double timesFloor) {}
