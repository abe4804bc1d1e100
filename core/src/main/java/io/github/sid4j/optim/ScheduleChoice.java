package io.github.sid4j.optim;

import java.util.List;
import java.util.Optional;

/**
 * The course of the learning rate over a training. Immutable. {@link Schedules} makes one.
 *
 * @param wireName in files and flags; of an own schedule that of the default
 * @param milestones epochs after which the rate drops; empty for schedules without
 * @param gamma what the rate is multiplied by there; empty for schedules without
 * @param warmUp epochs in which the rate rises first, at least 0
 * @param own schedule; empty for a built-in one
 */
public record ScheduleChoice(
    String wireName,
    List<Integer> milestones,
    Optional<Double> gamma,
    double warmUp,
    Optional<Schedule> own) {
  /** Keeps a copy that cannot be changed. */
  public ScheduleChoice {
    milestones = List.copyOf(milestones);
  }

  /**
   * With a linear rise before it.
   *
   * @param epochs at least 0
   * @return a copy
   */
  public ScheduleChoice warmUp(double epochs) {
    return new ScheduleChoice(wireName, milestones, gamma, epochs, own);
  }
}
