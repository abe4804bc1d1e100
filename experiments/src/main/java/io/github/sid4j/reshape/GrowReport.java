package io.github.sid4j.reshape;

import java.util.List;

/**
 * What a cascade could before it grew, and can since. All accuracies are of test parts, 0 to 1, by
 * module in order of depth, with the weights of the best epoch.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param run folder of the run that it grew from, as it was named
 * @param out folder of the run that it grew in
 * @param oldTestSize samples of the test part of {@code run}
 * @param oldBefore accuracies of {@code run} on these
 * @param oldAfter accuracies of {@code out} on these, among all classes that it knows
 * @param newTestSize samples of the test part of {@code out}
 * @param newAfter accuracies of {@code out} on these
 */
public record GrowReport(
    String run,
    String out,
    int oldTestSize,
    List<Double> oldBefore,
    List<Double> oldAfter,
    int newTestSize,
    List<Double> newAfter) {
  /** Keeps copies that cannot be changed. */
  public GrowReport {
    oldBefore = List.copyOf(oldBefore);
    oldAfter = List.copyOf(oldAfter);
    newAfter = List.copyOf(newAfter);
  }
}
