package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;
import java.util.Locale;

/** Elements of SVG with numbers short enough to read. */
final class Svg {
  private Svg() {}

  /** A drawing that fills its place and says in words what it shows. */
  static Element drawing(double width, double height, String words) {
    return Element.of("svg")
        .with("viewBox", "0 0 " + number(width) + " " + number(height))
        .with("role", "img")
        .with("aria-label", words);
  }

  static Element line(String classes, double x1, double y1, double x2, double y2) {
    return Element.of("line")
        .classed(classes)
        .with("x1", number(x1))
        .with("y1", number(y1))
        .with("x2", number(x2))
        .with("y2", number(y2));
  }

  static Element text(String classes, double x, double y, String text) {
    return Element.of("text", text).classed(classes).with("x", number(x)).with("y", number(y));
  }

  static Element path(String classes, String data) {
    return Element.of("path").classed(classes).with("d", data);
  }

  /** An element with a text that appears under the pointer. */
  static Element titled(Element element, String title) {
    return Element.of("g", Element.of("title", title), element);
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value + 0.0);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String point(double x, double y) {
    return number(x) + " " + number(y);
  }

  /** Cut where there is no room for it. */
  static String shortened(String text, int limit) {
    int count = text.codePointCount(0, text.length());
    return count <= limit ? text : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
  }
}
