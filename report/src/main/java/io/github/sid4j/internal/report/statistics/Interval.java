package io.github.sid4j.internal.report.statistics;

/**
 * A range of values.
 *
 * @param low its least
 * @param high its greatest
 */
public record Interval(double low, double high) {
  /**
   * Whether a value is in it, both ends included.
   *
   * @param value any
   * @return true if it is
   */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /**
   * How far it reaches.
   *
   * @return at least 0
   */
  public double width() {
    return high - low;
  }
}
