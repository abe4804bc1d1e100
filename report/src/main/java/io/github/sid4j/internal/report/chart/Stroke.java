package io.github.sid4j.internal.report.chart;

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
