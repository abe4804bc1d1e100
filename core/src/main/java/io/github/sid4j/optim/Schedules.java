package io.github.sid4j.optim;

import java.util.List;
import java.util.Optional;

/** The courses of the learning rate to choose from. All methods are safe for several threads. */
public final class Schedules {
  private Schedules() {}

  /**
   * No change.
   *
   * @return the choice
   */
  public static ScheduleChoice constant() {
    return of("constant");
  }

  /**
   * Half a cosine from the highest rate to 0 over all epochs.
   *
   * @return the choice
   */
  public static ScheduleChoice cosine() {
    return of("cosine");
  }

  /**
   * A straight line from 0.2 of the highest rate up to it in a fifth of the run, and another down
   * to 0 at its end.
   *
   * @return the choice
   */
  public static ScheduleChoice triangular() {
    return of("triangular");
  }

  /**
   * A drop at each milestone.
   *
   * @param gamma what the rate is multiplied by, above 0
   * @param milestones epochs after which it is, rising, at least one
   * @return the choice
   */
  public static ScheduleChoice steps(double gamma, Integer... milestones) {
    return new ScheduleChoice(
        "steps", List.of(milestones), Optional.of(gamma), 0, Optional.empty());
  }

  /**
   * An own schedule.
   *
   * @param schedule gives the factor of each step
   * @return the choice
   */
  public static ScheduleChoice own(Schedule schedule) {
    return new ScheduleChoice("constant", List.of(), Optional.empty(), 0, Optional.of(schedule));
  }

  private static ScheduleChoice of(String wireName) {
    return new ScheduleChoice(wireName, List.of(), Optional.empty(), 0, Optional.empty());
  }
}
