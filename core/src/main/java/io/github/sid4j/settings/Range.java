package io.github.sid4j.settings;

import java.math.BigDecimal;

/** An interval of numbers, each end open or closed; an infinite high end is none. */
record Range(double low, boolean lowIncluded, double high, boolean highIncluded) {
  static Range atLeast(double low) {
    return new Range(low, true, Double.POSITIVE_INFINITY, false);
  }

  static Range above(double low) {
    return new Range(low, false, Double.POSITIVE_INFINITY, false);
  }

  Range atMost(double end) {
    return new Range(low, lowIncluded, end, true);
  }

  Range below(double end) {
    return new Range(low, lowIncluded, end, false);
  }

  boolean contains(double value) {
    boolean fromLow = lowIncluded ? value >= low : value > low;
    boolean toHigh = highIncluded ? value <= high : value < high;
    return fromLow && toHigh;
  }

  String words() {
    String from = (lowIncluded ? "of at least " : "above ") + text(low);
    if (Double.isInfinite(high)) {
      return from;
    }
    return from + " and " + (highIncluded ? "at most " : "below ") + text(high);
  }

  /** The shortest decimal that reads back as the same double, without an exponent if short. */
  static String text(double value) {
    if (value == 0) {
      return "0";
    }
    boolean plain = Math.abs(value) >= 1e-6 && Math.abs(value) < 1e7;
    return plain
        ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
        : Double.toString(value);
  }
}
