package io.github.sid4j.settings;

import java.math.BigDecimal;

/**
 * An interval of numbers; an infinite high end is none.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param low end
 * @param lowIncluded whether it belongs to the interval
 * @param high end
 * @param highIncluded whether it belongs to the interval
 */
public record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
  /**
   * From a number on.
   *
   * @param low the smallest
   * @return without a high end
   */
  public static Range atLeast(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, false);
  }

  /**
   * Above a number.
   *
   * @param low outside of it
   * @return without a high end
   */
  public static Range above(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, false);
  }

  /**
   * The same, up to a number.
   *
   * @param end the largest
   * @return with that high end
   */
  public Range atMost(double end) {
    return new Range(low, lowIncluded, end, true);
  }

  /**
   * The same, below a number.
   *
   * @param end outside of it
   * @return with that high end
   */
  public Range below(double end) {
    return new Range(low, lowIncluded, end, false);
  }

  public boolean contains(double value) {
    boolean fromLow = lowIncluded ? value >= low : value > low;
    boolean toHigh = highIncluded ? value <= high : value < high;
    return fromLow && toHigh;
  }

  public String words() {
    String from = (lowIncluded ? "of at least " : "above ") + text(low);
    if (Double.isInfinite(high)) {
      return from;
    }
    return from + " and " + (highIncluded ? "at most " : "below ") + text(high);
  }

  /** The shortest decimal that reads back as the same double, without an exponent if short. */
  public static String text(double value) {
    if (value == 0) {
      return "0";
    }
    boolean plain = Math.abs(value) >= 1e-6 && Math.abs(value) < 1e7;
    return plain
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
