package io.github.sid4j.internal.report.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** One direction of a plot: what it shows, from where to where, and the places that are named. */
public final class Axis {
  private static final int COUNT = 5;
  private static final double RATIO_FOR_LOG = 20;

  /** In points: what accuracies of a few samples differ by is not to fill a plot. */
  private static final double LEAST_PERCENT = 1;

  private static final double WHOLE = 100;

  private final String label;
  private final Scale scale;
  private final List<Tick> ticks;
  private final double low;
  private final double high;

  private Axis(String label, Scale scale, List<Tick> ticks, double low, double high) {
    this.label = label;
    this.scale = scale;
    this.ticks = List.copyOf(ticks);
    this.low = low;
    this.high = high;
  }

  /**
   * Even, over the range of some values and up to round numbers.
   *
   * @param label what is shown, with its unit
   * @param values that must have room; those that are not finite are passed over
   * @return the axis
   */
  public static Axis over(String label, Collection<Double> values) {
    double low = finite(values).min().orElse(0);
    double high = finite(values).max().orElse(1);
    double least = Math.max(1e-6, Math.max(Math.abs(low), Math.abs(high)) * 1e-3);
    if (high - low < least) {
      low -= least / 2;
      high += least / 2;
    }
    double step = Ticks.step(high - low, COUNT);
    return between(label, step * Math.floor(low / step), step * Math.ceil(high / step));
  }

  /**
   * As {@link #over}, for percentages of something: never below 0 or above 100, and at least one
   * point from end to end.
   *
   * @param label what is shown
   * @param values in percent, that must have room
   * @return the axis
   */
  public static Axis percent(String label, Collection<Double> values) {
    Axis axis = over(label, withRoom(values));
    double low = Math.max(0, axis.low);
    double high = Math.min(WHOLE, axis.high);
    return low == axis.low && high == axis.high ? axis : between(label, low, high);
  }

  /**
   * Even, named at its ends and in the middle alone, for where there is little room.
   *
   * @param low its beginning
   * @param high its end, greater
   * @return the axis, without a label
   */
  public static Axis small(double low, double high) {
    return new Axis(
        "", Scale.linear(low, high), Ticks.every((high - low) / 2, low, high), low, high);
  }

  /**
   * Even, from one value to another.
   *
   * @param label what is shown, with its unit
   * @param low its beginning
   * @param high its end, greater
   * @return the axis
   */
  public static Axis between(String label, double low, double high) {
    double step = Ticks.step(high - low, COUNT);
    return new Axis(label, Scale.linear(low, high), Ticks.every(step, low, high), low, high);
  }

  /**
   * For counts, such as epochs and modules.
   *
   * @param label what is counted
   * @param first the least
   * @param last the greatest
   * @return the axis, named at whole numbers only
   */
  public static Axis counts(String label, int first, int last) {
    double step = Math.max(1, Ticks.step(Math.max(1, last - first), COUNT + 1));
    double room = first == last ? 0.5 : 0.02 * (last - first);
    return new Axis(
        label,
        Scale.linear(first - room, last + room),
        Ticks.every(step, first, last),
        first,
        last);
  }

  /**
   * For the values that a setting was given: named there, by ratio where they are far apart.
   *
   * @param label the setting
   * @param values finite, at least two different ones
   * @return the axis
   */
  public static Axis of(String label, Collection<Double> values) {
    double low = finite(values).min().orElseThrow();
    double high = finite(values).max().orElseThrow();
    if (low > 0 && high / low >= RATIO_FOR_LOG) {
      double room = Math.pow(high / low, 0.05);
      return new Axis(
          label,
          Scale.logarithmic(low / room, high * room),
          Ticks.powers(low / room, high * room),
          low,
          high);
    }
    double room = 0.05 * (high - low);
    return between(label, low - room, high + room);
  }

  /**
   * For things without an order, side by side.
   *
   * @param label what they are
   * @param words their names; the first is at 0, the next at 1
   * @return the axis
   */
  public static Axis words(String label, List<String> words) {
    List<Tick> ticks = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      ticks.add(new Tick(i, words.get(i)));
    }
    return new Axis(label, Scale.linear(-0.5, words.size() - 0.5), ticks, 0, words.size() - 1.0);
  }

  /** With ends that are a point apart, where the values are closer together. */
  private static List<Double> withRoom(Collection<Double> values) {
    List<Double> all = new ArrayList<>(values);
    double low = finite(values).min().orElse(0);
    double high = finite(values).max().orElse(LEAST_PERCENT);
    if (high - low < LEAST_PERCENT) {
      double from = (low + high - LEAST_PERCENT) / 2;
      from = Math.max(0, Math.min(WHOLE - LEAST_PERCENT, from));
      all.addAll(List.of(from, from + LEAST_PERCENT));
    }
    return all;
  }

  String label() {
    return label;
  }

  List<Tick> ticks() {
    return ticks;
  }

  double place(double value) {
    return scale.place(value);
  }

  private static DoubleStream finite(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite);
  }
}
