package io.github.sid4j.internal.report.chart;

/** How much a point matters. */
public enum Size {
  /** One run among those of its configuration. */
  FAINT(3, "faint"),
  /** A point on a line. */
  POINT(2.8, ""),
  /** A mean, or a run that stands for itself. */
  BOLD(4.5, "");

  private final double radius;
  private final String classes;

  Size(double radius, String classes) {
    this.radius = radius;
    this.classes = classes;
  }

  double radius() {
    return radius;
  }

  String classes() {
    return classes;
  }
}
