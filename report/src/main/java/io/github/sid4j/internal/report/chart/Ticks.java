package io.github.sid4j.internal.report.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers in a range: multiples of 1, 2 or 5 times a power of ten. */
final class Ticks {
  private Ticks() {}

  /** The step that makes about so many of them. */
  static double step(double range, int count) {
    double rough = range / count;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double ratio = rough / power;
    return power * (ratio <= 1 ? 1 : ratio <= 2 ? 2 : ratio <= 5 ? 5 : 10);
  }

  /** From a multiple of the step to another, both included, with as many decimals as it needs. */
  static List<Tick> every(double step, double low, double high) {
    List<Tick> ticks = new ArrayList<>();
    long last = Math.round(Math.floor(high / step + 1e-9));
    for (long k = Math.round(Math.ceil(low / step - 1e-9)); k <= last; k++) {
      ticks.add(new Tick(k * step, text(k * step, step)));
    }
    return ticks;
  }

  /** Powers of ten, with their doubles and fives where those are few. */
  static List<Tick> powers(double low, double high) {
    int first = (int) Math.floor(Math.log10(low));
    int last = (int) Math.ceil(Math.log10(high));
    int[] digits = last - first <= 2 ? new int[] {1, 2, 5} : new int[] {1};
    List<Tick> ticks = new ArrayList<>();
    for (int power = first; power <= last; power++) {
      for (int digit : digits) {
        BigDecimal value = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
        if (value.doubleValue() >= low * 0.999 && value.doubleValue() <= high * 1.001) {
          ticks.add(new Tick(value.doubleValue(), plain(value)));
        }
      }
    }
    return ticks;
  }

  private static String text(double value, double step) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    // The sum makes an ordinary zero of a negative one.
    String text = String.format(Locale.ROOT, "%,." + decimals + "f", value + 0.0);
    return text.startsWith("-") ? "−" + text.substring(1) : text;
  }

  private static String plain(BigDecimal value) {
    double size = value.doubleValue();
    return size >= 1e-4 && size < 1e6
        ? value.toPlainString()
        : value.stripTrailingZeros().toString();
  }
}
