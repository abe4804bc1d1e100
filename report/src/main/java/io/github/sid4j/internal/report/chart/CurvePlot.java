package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/** Curves over epochs or modules in one plot, with their legend. */
public final class CurvePlot {
  private static final int POINTS = 40;

  private record Part(Series series, Stroke stroke, String name, Curve curve) {}

  private final List<Part> parts = new ArrayList<>();

  /** Begins without a curve. */
  public CurvePlot() {}

  /**
   * Adds a curve, unless it is empty.
   *
   * @param series whose look it has
   * @param stroke of its line
   * @param name of it
   * @param curve as far as it is there
   * @return this
   */
  public CurvePlot add(Series series, Stroke stroke, String name, Curve curve) {
    if (!curve.isEmpty()) {
      parts.add(new Part(series, stroke, name, curve));
    }
    return this;
  }

  /**
   * Whether there is nothing to draw.
   *
   * @return true if no curve was added
   */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /**
   * Whether there is more than one place across.
   *
   * @return false if all there is stands above one place
   */
  public boolean hasCourse() {
    return parts.stream().anyMatch(part -> part.curve.first() < part.curve.last());
  }

  /**
   * What its looks mean.
   *
   * @return to be put beside it
   */
  public Element legend() {
    Legend legend = new Legend();
    parts.forEach(part -> legend.add(part.series, part.stroke, part.name));
    return legend.element();
  }

  /**
   * Draws it.
   *
   * @param words what it shows
   * @param across what is counted
   * @param up what is shown, with its unit
   * @param text how a value is shown
   * @return the drawing
   */
  public Element draw(String words, String across, String up, DoubleFunction<String> text) {
    int first = parts.stream().mapToInt(part -> part.curve.first()).min().orElseThrow();
    int last = parts.stream().mapToInt(part -> part.curve.last()).max().orElseThrow();
    List<Double> all = new ArrayList<>();
    for (Part part : parts) {
      all.addAll(part.curve.lows());
      all.addAll(part.curve.highs());
    }
    Plot plot = new Plot(words, Axis.counts(across, first, last), up(up, all));
    for (Part part : parts) {
      Curve curve = part.curve;
      if (curve.isOfSeveral()) {
        plot.band(part.series, curve.places(), curve.lows(), curve.highs());
      }
    }
    for (Part part : parts) {
      draw(plot, part, across, text);
    }
    return plot.element();
  }

  private static Axis up(String label, List<Double> values) {
    return label.equals("%") ? Axis.percent(label, values) : Axis.over(label, values);
  }

  private static void draw(Plot plot, Part part, String across, DoubleFunction<String> text) {
    List<Double> places = part.curve.places();
    List<Double> means = part.curve.means();
    plot.line(part.series, part.stroke, places, means, part.name);
    for (int i = 0; i < places.size() && places.size() <= POINTS; i++) {
      String title =
          String.format(
              Locale.ROOT,
              "%s, %s %.0f: %s",
              part.name,
              across,
              places.get(i),
              text.apply(means.get(i)));
      plot.dot(part.series, Size.POINT, places.get(i), means.get(i), title);
    }
  }
}
