package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Values side by side, a row for each thing, named above it so that long names have room. */
public final class Rows {
  private static final double WIDTH = 420;
  private static final double SIDE = 14;
  private static final double ROW = 42;
  private static final double BOTTOM = 44;
  private static final int LETTERS = 44;

  private Rows() {}

  /**
   * What is in a row.
   *
   * @param series how it looks
   * @param name what it is
   * @param text its mean in words, at the right
   * @param values of single runs
   * @param mean of them
   * @param low where an interval around the mean begins, NaN without one
   * @param high where it ends
   */
  public record Row(
      Series series,
      String name,
      String text,
      List<Double> values,
      double mean,
      double low,
      double high) {
    /** Keeps a copy that cannot be changed. */
    public Row {
      values = List.copyOf(values);
    }
  }

  /**
   * Draws rows. The axis is that of the values: an interval much wider than their range goes to the
   * edge and ends there with an arrow.
   *
   * @param words what is shown, for those who do not see it
   * @param label of the axis, with its unit; percent of something, if no zero is drawn
   * @param rows at least one
   * @param zero a value to draw a line at
   * @return the drawing
   */
  public static Element draw(String words, String label, List<Row> rows, Optional<Double> zero) {
    Axis axis = axis(label, rows, zero);
    double floor = ROW * rows.size() + 6;
    Element drawing = Svg.drawing(WIDTH, floor + BOTTOM, words);
    for (Tick tick : axis.ticks()) {
      double place = across(axis, tick.value());
      drawing.add(Svg.line("grid", place, 0, place, floor));
      drawing.add(Svg.text("tick middle", place, floor + 17, tick.text()));
    }
    zero.ifPresent(
        at -> drawing.add(Svg.line("zero", across(axis, at), 0, across(axis, at), floor)));
    drawing.add(Svg.line("base", SIDE, floor, WIDTH - SIDE, floor));
    drawing.add(Svg.text("axis end", WIDTH - SIDE, floor + BOTTOM - 6, label));
    for (int i = 0; i < rows.size(); i++) {
      row(drawing, axis, rows.get(i), ROW * i);
    }
    return drawing;
  }

  private static Axis axis(String label, List<Row> rows, Optional<Double> zero) {
    List<Double> shown =
        Stream.concat(
                rows.stream()
                    .flatMap(row -> Stream.concat(row.values.stream(), Stream.of(row.mean))),
                zero.stream())
            .filter(Double::isFinite)
            .toList();
    double low = shown.stream().mapToDouble(v -> v).min().orElse(0);
    double high = shown.stream().mapToDouble(v -> v).max().orElse(1);
    double room = high - low;
    DoubleStream ends =
        rows.stream()
            .flatMapToDouble(row -> DoubleStream.of(row.low, row.high))
            .filter(Double::isFinite)
            .map(end -> Math.max(low - room, Math.min(high + room, end)));
    List<Double> all =
        DoubleStream.concat(shown.stream().mapToDouble(v -> v), ends).boxed().toList();
    return zero.isPresent() ? Axis.over(label, all) : Axis.percent(label, all);
  }

  private static double across(Axis axis, double value) {
    double place = Math.max(0, Math.min(1, axis.place(value)));
    return SIDE + place * (WIDTH - 2 * SIDE);
  }

  private static void row(Element drawing, Axis axis, Row row, double top) {
    double middle = top + 30;
    drawing.add(
        Svg.titled(Svg.text("name", SIDE, top + 15, Svg.shortened(row.name, LETTERS)), row.name));
    drawing.add(Svg.text("name end", WIDTH - SIDE, top + 15, row.text));
    String colour = row.series.colour();
    if (Double.isFinite(row.low)) {
      double from = across(axis, row.low);
      double to = across(axis, row.high);
      drawing.add(Svg.line("whisker " + colour, from, middle, to, middle));
      end(drawing, colour, from, middle, axis.place(row.low) < 0 ? 1 : 0);
      end(drawing, colour, to, middle, axis.place(row.high) > 1 ? -1 : 0);
    }
    for (double value : row.values) {
      drawing.add(row.series.mark(across(axis, value), middle, Size.FAINT.radius(), "faint"));
    }
    if (Double.isFinite(row.mean)) {
      Element mean = row.series.mark(across(axis, row.mean), middle, Size.BOLD.radius(), "");
      drawing.add(Svg.titled(mean, row.name + ": " + row.text));
    }
  }

  /** A bar across the end of an interval; an arrow where it continues. */
  private static void end(Element drawing, String colour, double x, double y, int inwards) {
    double back = 5.0 * inwards;
    drawing.add(
        Svg.path(
            "whisker " + colour,
            "M"
                + Svg.point(x + back, y - 4)
                + "L"
                + Svg.point(x, y)
                + "L"
                + Svg.point(x + back, y + 4)));
  }
}
