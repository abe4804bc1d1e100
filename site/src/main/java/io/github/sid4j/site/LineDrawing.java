package io.github.sid4j.site;

import java.util.ArrayList;
import java.util.List;

/** Lines over a quantity, with their names at the right. */
final class LineDrawing {
  private static final int LEFT = 64;
  private static final int RIGHT = 500;
  private static final int TOP = 64;
  private static final int BOTTOM = 330;
  private static final int LEGEND = 520;
  private static final int ROW = 22;
  private static final int MOST_TICKS = 12;

  private LineDrawing() {}

  static String svg(ResultChart chart, List<Drawing.Line> lines) {
    Canvas canvas = new Canvas(chart.title());
    List<Double> places = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (Drawing.Line line : lines) {
      for (Drawing.Mark mark : line.marks()) {
        places.add(mark.x());
        ends.addAll(List.of(mark.low(), mark.high()));
      }
    }
    AxisScale y = AxisScale.over(ends, BOTTOM, TOP);
    AxisScale x = AxisScale.over(places, LEFT, RIGHT);
    List<Double> few = places.stream().distinct().sorted().toList();
    List<Double> ticks = few.size() <= MOST_TICKS && evenly(few) ? few : x.ticks();
    PointDrawing.axes(canvas, chart, x, y, ticks);
    for (int i = 0; i < lines.size(); i++) {
      draw(canvas, i, lines.get(i), x, y);
      double row = TOP + ROW * i;
      canvas.path(i, Canvas.format("M%d %.1fh26", LEGEND, row));
      canvas.mark(i, LEGEND + 13, row, false, lines.get(i).name());
      canvas.text("soft", LEGEND + 34, row + 4, "start", lines.get(i).name());
    }
    return canvas.svg(BOTTOM + 52);
  }

  private static boolean evenly(List<Double> places) {
    double least = (places.get(places.size() - 1) - places.get(0)) / (2.0 * MOST_TICKS);
    for (int i = 1; i < places.size(); i++) {
      if (places.get(i) - places.get(i - 1) < least) {
        return false;
      }
    }
    return true;
  }

  private static void draw(Canvas canvas, int series, Drawing.Line line, AxisScale x, AxisScale y) {
    StringBuilder path = new StringBuilder();
    for (Drawing.Mark mark : line.marks()) {
      path.append(
          Canvas.format(
              "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x.at(mark.x()), y.at(mark.value())));
    }
    canvas.path(series, path.toString());
    for (Drawing.Mark mark : line.marks()) {
      double at = x.at(mark.x());
      if (mark.high() > mark.low()) {
        canvas.line("rod c" + series, at, y.at(mark.low()), at, y.at(mark.high()));
      }
      canvas.mark(series, at, y.at(mark.value()), false, line.name() + ": " + mark.value());
    }
  }
}
