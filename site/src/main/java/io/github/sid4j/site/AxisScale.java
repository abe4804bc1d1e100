package io.github.sid4j.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Where values are on an axis.
 *
 * @param low the first value of the axis
 * @param high the last value of the axis
 * @param step between its ticks
 * @param from place of the first value in the picture
 * @param to place of the last value
 */
record AxisScale(double low, double high, double step, double from, double to) {
  private static final int ABOUT = 5;

  /** An axis that has all values, and begins and ends at round ones. */
  static AxisScale over(Collection<Double> values, double from, double to) {
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double rough = Math.max(high - low, Math.abs(high) * 1e-3 + 1e-9) / ABOUT;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = power;
    for (double factor : new double[] {2, 5, 10}) {
      if (step < rough) {
        step = factor * power;
      }
    }
    return new AxisScale(
        Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step, from, to);
  }

  double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; low + i * step <= high + step * 1e-6; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** A value with as many decimals as the ticks need. */
  String text(double value) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return ColumnKind.plain(value, decimals);
  }
}
