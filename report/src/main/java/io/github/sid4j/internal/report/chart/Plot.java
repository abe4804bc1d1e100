package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;

/** Two axes and what is between them. What is added later lies on top. */
public final class Plot {
  /** How much room there is, in units of which a letter has about 7. */
  public enum Format {
    /** For a figure. */
    FULL(420, 270, 52, 30, 44),
    /** For one of many beside a picture, whose axes have no labels. */
    SMALL(230, 120, 30, 8, 22);

    private final double width;
    private final double height;
    private final double left;
    private final double top;
    private final double bottom;

    Format(double width, double height, double left, double top, double bottom) {
      this.width = width;
      this.height = height;
      this.left = left;
      this.top = top;
      this.bottom = bottom;
    }
  }

  private static final double RIGHT = 12;
  private static final double LETTER = 6.6;

  private final Format format;
  private final Axis x;
  private final Axis y;
  private final Element drawing;

  /**
   * An empty plot.
   *
   * @param words what it shows, for those who do not see it
   * @param x across
   * @param y upwards
   */
  public Plot(String words, Axis x, Axis y) {
    this(Format.FULL, words, x, y);
  }

  /**
   * An empty plot.
   *
   * @param format its room
   * @param words as above
   * @param x as above
   * @param y as above
   */
  public Plot(Format format, String words, Axis x, Axis y) {
    this.format = format;
    this.x = x;
    this.y = y;
    drawing = Svg.drawing(format.width, format.height, words);
    drawing.add(Svg.text("axis", 4, 15, y.label()));
    drawing.add(Svg.text("axis end", format.width - RIGHT, format.height - 6, x.label()));
    for (Tick tick : y.ticks()) {
      double place = down(tick.value());
      drawing.add(Svg.line("grid", format.left, place, format.width - RIGHT, place));
      drawing.add(Svg.text("tick end", format.left - 7, place + 4, tick.text()));
    }
    double floor = format.height - format.bottom;
    drawing.add(Svg.line("base", format.left, floor, format.width - RIGHT, floor));
    int room =
        (int) ((format.width - format.left - RIGHT) / Math.max(1, x.ticks().size()) / LETTER);
    for (Tick tick : x.ticks()) {
      double place = across(tick.value());
      drawing.add(Svg.line("base", place, floor, place, floor + 4));
      Element text = Svg.text("tick middle", place, floor + 17, Svg.shortened(tick.text(), room));
      drawing.add(Svg.titled(text, tick.text()));
    }
  }

  private double across(double value) {
    return format.left + x.place(value) * (format.width - format.left - RIGHT);
  }

  private double down(double value) {
    return format.height
        - format.bottom
        - y.place(value) * (format.height - format.top - format.bottom);
  }

  /**
   * Adds an area between two lines.
   *
   * @param series whose
   * @param xs across, ascending
   * @param lows its lower edge at those
   * @param highs its upper edge at those
   * @return this
   */
  public Plot band(Series series, List<Double> xs, List<Double> lows, List<Double> highs) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < xs.size(); i++) {
      data.append(i == 0 ? "M" : "L").append(Svg.point(across(xs.get(i)), down(highs.get(i))));
    }
    for (int i = xs.size() - 1; i >= 0; i--) {
      data.append("L").append(Svg.point(across(xs.get(i)), down(lows.get(i))));
    }
    drawing.add(Svg.path("band " + series.colour(), data.append('Z').toString()));
    return this;
  }

  /**
   * Adds a line, with a gap where a value is not finite.
   *
   * @param series whose
   * @param stroke of it
   * @param xs across, ascending
   * @param ys at those
   * @param title what it is
   * @return this
   */
  public Plot line(Series series, Stroke stroke, List<Double> xs, List<Double> ys, String title) {
    StringBuilder data = new StringBuilder();
    boolean drawing = false;
    for (int i = 0; i < xs.size(); i++) {
      boolean there = Double.isFinite(ys.get(i));
      if (there) {
        data.append(drawing ? "L" : "M").append(Svg.point(across(xs.get(i)), down(ys.get(i))));
      }
      drawing = there;
    }
    if (!data.isEmpty()) {
      this.drawing.add(Svg.titled(Svg.path(stroke.classes(series), data.toString()), title));
    }
    return this;
  }

  /**
   * Adds a point, unless a value is not finite.
   *
   * @param series whose
   * @param size its radius
   * @param at across
   * @param value upwards
   * @param title what it is
   * @return this
   */
  public Plot dot(Series series, Size size, double at, double value, String title) {
    if (Double.isFinite(at) && Double.isFinite(value)) {
      Element mark = series.mark(across(at), down(value), size.radius(), size.classes());
      drawing.add(Svg.titled(mark, title));
    }
    return this;
  }

  /**
   * The drawing.
   *
   * @return to be put into the page, once
   */
  public Element element() {
    return drawing;
  }
}
