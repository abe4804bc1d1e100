package io.github.sid4j.site;

import java.util.ArrayList;
import java.util.List;

/** Points with their names, over two quantities. */
final class PointDrawing {
  private static final int LEFT = 64;
  private static final int RIGHT = Canvas.WIDTH - 40;
  private static final int TOP = 64;
  private static final int BOTTOM = 360;
  private static final double LETTER = 6.7;
  private static final int LINE = 15;

  private PointDrawing() {}

  /** Where a name stands. */
  private record Place(double left, double right, double y) {
    boolean touches(Place other) {
      return left < other.right && other.left < right && Math.abs(y - other.y) < LINE;
    }
  }

  static String svg(ResultChart chart, List<Drawing.Mark> marks) {
    Canvas canvas = new Canvas(chart.title());
    AxisScale x = AxisScale.over(marks.stream().map(Drawing.Mark::x).toList(), LEFT, RIGHT);
    AxisScale y = AxisScale.over(marks.stream().map(Drawing.Mark::value).toList(), BOTTOM, TOP);
    axes(canvas, chart, x, y, x.ticks());
    List<Place> taken = new ArrayList<>();
    for (Drawing.Mark mark : marks) {
      double at = x.at(mark.x());
      taken.add(new Place(at - 5, at + 5, y.at(mark.value()) + 4));
    }
    for (Drawing.Mark mark : marks) {
      Place place = place(mark.name(), x.at(mark.x()), y.at(mark.value()) + 4, taken);
      taken.add(place);
      canvas.text("soft", place.left, place.y, "start", mark.name());
    }
    for (Drawing.Mark mark : marks) {
      String words = Canvas.format("%s: %s, %s", mark.name(), mark.x(), mark.value());
      canvas.mark(0, x.at(mark.x()), y.at(mark.value()), mark.single(), words);
    }
    if (marks.stream().anyMatch(Drawing.Mark::single)) {
      canvas.text("soft", 16, BOTTOM + 40, "start", "hollow: a single run");
    }
    return canvas.svg(BOTTOM + 54);
  }

  /** Next to the mark, or a line above or below where that is taken. */
  private static Place place(String name, double x, double y, List<Place> taken) {
    double length = name.length() * LETTER;
    for (int lines : new int[] {0, 1, -1, 2, -2}) {
      for (double left : new double[] {x + 10, x - 10 - length}) {
        Place place = new Place(left, left + length, y + lines * LINE);
        boolean inside = place.left > LEFT && place.right < Canvas.WIDTH - 4;
        if (inside && taken.stream().noneMatch(place::touches)) {
          return place;
        }
      }
    }
    throw new IllegalArgumentException("there is no room for the name " + name);
  }

  static void axes(Canvas canvas, ResultChart chart, AxisScale x, AxisScale y, List<Double> ticks) {
    for (double tick : y.ticks()) {
      canvas.line("grid", x.from(), y.at(tick), x.to(), y.at(tick));
      canvas.text("soft", x.from() - 8, y.at(tick) + 4, "end", y.text(tick));
    }
    for (double tick : ticks) {
      canvas.text("soft", x.at(tick), y.from() + 18, "middle", x.text(tick));
    }
    canvas.text("soft", (x.from() + x.to()) / 2, y.from() + 40, "middle", chart.x());
    canvas.text("soft", 16, y.to() - 16, "start", chart.axis());
  }
}
