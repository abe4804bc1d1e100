package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;

/**
 * How one thing looks in all charts: by colour, and by the shape of its marks for those who do not
 * distinguish the colours.
 *
 * @param number from 0; colours come again after {@link #COLOURS}, then with other shapes
 */
public record Series(int number) {
  /** How many colours the style sheet has. */
  public static final int COLOURS = 8;

  private static final int SHAPES = 4;

  String colour() {
    return "s" + number % COLOURS;
  }

  /** A mark around a point. */
  Element mark(double x, double y, double radius, String classes) {
    String names = "mark " + colour() + (classes.isEmpty() ? "" : " " + classes);
    // The whole turns are added so that a colour that comes again has another shape.
    int shape = (number + number / COLOURS) % SHAPES;
    double r = radius;
    return switch (shape) {
      case 0 ->
          Element.of("circle")
              .classed(names)
              .with("cx", Svg.number(x))
              .with("cy", Svg.number(y))
              .with("r", Svg.number(r));
      case 1 -> polygon(names, x, y, -r, -r, r, -r, r, r, -r, r);
      case 2 -> polygon(names, x, y, 0, -1.3 * r, 1.2 * r, 0.9 * r, -1.2 * r, 0.9 * r);
      default -> polygon(names, x, y, 0, -1.4 * r, 1.4 * r, 0, 0, 1.4 * r, -1.4 * r, 0);
    };
  }

  private static Element polygon(String names, double x, double y, double... corners) {
    StringBuilder data = new StringBuilder();
    for (int i = 0; i < corners.length; i += 2) {
      data.append(i == 0 ? "M" : "L").append(Svg.point(x + corners[i], y + corners[i + 1]));
    }
    return Svg.path(names, data.append('Z').toString());
  }

  /**
   * A small picture of it, for legends and tables.
   *
   * @return to stand in a line of text
   */
  public Element swatch() {
    return swatch(Stroke.SOLID);
  }

  Element swatch(Stroke stroke) {
    return Element.of("svg", Svg.line(stroke.classes(this), 1, 6, 31, 6), mark(16, 6, 3.6, ""))
        .classed("swatch")
        .with("viewBox", "0 0 32 12")
        .with("aria-hidden", "true");
  }
}
