package io.github.sid4j.internal.bench;

import java.lang.management.ManagementFactory;

/**
 * What else the machine did.
 *
 * @param averageBefore processes that ran or waited for a core in the minute before; {@code null}
 *     where the system does not report it
 * @param averageAfter the same at the end; the measurement itself is in it
 * @param foreignCores cores that others took while steps were timed, on average; of several such
 *     times the worst; {@code null} where the system does not report them or none were timed
 */
public record Load(Double averageBefore, Double averageAfter, Double foreignCores) {
  /** Beyond this, times are not to be trusted. */
  private static final double TOLERATED = 0.1;

  static Double average() {
    double average = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return average < 0 ? null : average;
  }

  /**
   * Whether others took so much of the machine that its times mean little.
   *
   * @return false also where the system does not report it
   */
  public boolean busy() {
    return foreignCores != null && foreignCores > TOLERATED;
  }
}
