package io.github.sid4j.report.chart;

import java.util.Locale;

/** How a line is drawn. */
public enum Stroke {
  SOLID,
  DASHED,
  FAINT,
  DOTTED;

  String classes(Series series) {
    return "line " + series.colour() + " " + name().toLowerCase(Locale.ROOT);
  }
}
