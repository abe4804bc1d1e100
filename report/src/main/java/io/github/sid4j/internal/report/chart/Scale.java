package io.github.sid4j.internal.report.chart;

import java.util.function.DoubleUnaryOperator;

/** From values to places between 0 and 1, outside of which they lie if they are out of range. */
final class Scale {
  private final DoubleUnaryOperator measure;
  private final double low;
  private final double high;

  private Scale(DoubleUnaryOperator measure, double low, double high) {
    this.measure = measure;
    this.low = measure.applyAsDouble(low);
    this.high = measure.applyAsDouble(high);
  }

  static Scale linear(double low, double high) {
    return new Scale(value -> value, low, high);
  }

  /** Equal ratios are equally far apart; for values above 0. */
  static Scale logarithmic(double low, double high) {
    return new Scale(Math::log, low, high);
  }

  double place(double value) {
    return (measure.applyAsDouble(value) - low) / (high - low);
  }
}
