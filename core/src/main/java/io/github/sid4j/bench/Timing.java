package io.github.sid4j.bench;

/**
 * The time of one configuration's steps.
 *
 * @param name of the configuration
 * @param library that computed it, with its version
 * @param method that trained
 * @param execution of the method; {@code null} for methods that know only one
 * @param precision of the layers
 * @param parameters numbers that were trained
 * @param stepSeconds of all steps
 * @param samplesPerSecond at the median
 * @param timeRatio to the first configuration: the median over the rounds of the ratio of the two
 *     medians of a round
 * @param floorSeconds the operations of the step at the ceiling of its precision; {@code null} if
 *     they are not known
 * @param timesFloor the median in floors; {@code null} if there is none
 */
public record Timing(
    String name,
    String library,
    String method,
    String execution,
    String precision,
    long parameters,
    Spread stepSeconds,
    double samplesPerSecond,
    double timeRatio,
    Double floorSeconds,
    Double timesFloor) {}
