package io.github.sid4j.site;

import java.util.ArrayList;
import java.util.List;

/** A row for each value, with the interval around it. */
final class IntervalDrawing {
  private static final int LETTER = 7;
  private static final int MARGIN = 32;
  private static final int RIGHT = Canvas.WIDTH - 24;
  private static final int TOP = 46;
  private static final int ROW = 22;

  private IntervalDrawing() {}

  /** With {@code around} for what the interval is. */
  static String svg(ResultChart chart, List<Drawing.Mark> marks, String around) {
    Canvas canvas = new Canvas(chart.title());
    int longest = marks.stream().mapToInt(mark -> mark.name().length()).max().orElse(0);
    int left = MARGIN + LETTER * longest;
    List<Double> ends = new ArrayList<>();
    marks.forEach(mark -> ends.addAll(List.of(mark.low(), mark.high())));
    AxisScale x = AxisScale.over(ends, left, RIGHT);
    int bottom = TOP + ROW * marks.size();
    for (double tick : x.ticks()) {
      canvas.line("grid", x.at(tick), TOP - 6, x.at(tick), bottom);
      canvas.text("soft", x.at(tick), bottom + 18, "middle", x.text(tick));
    }
    for (int i = 0; i < marks.size(); i++) {
      Drawing.Mark mark = marks.get(i);
      double y = TOP + ROW * (i + 0.5) - 4;
      canvas.text("", left - 14, y + 4, "end", mark.name());
      if (mark.high() > mark.low()) {
        canvas.line("rod c0", x.at(mark.low()), y, x.at(mark.high()), y);
      }
      String words = mark.name() + ": " + mark.value();
      canvas.mark(0, x.at(mark.value()), y, mark.single(), words);
    }
    canvas.text("soft", (left + RIGHT) / 2.0, bottom + 38, "middle", chart.axis());
    canvas.text("soft", 16, bottom + 38, "start", note(marks, around));
    return canvas.svg(bottom + 52);
  }

  private static String note(List<Drawing.Mark> marks, String around) {
    boolean single = marks.stream().anyMatch(Drawing.Mark::single);
    boolean rods = marks.stream().anyMatch(mark -> mark.high() > mark.low());
    return (single ? "hollow: a single run" : "")
        + (single && rods ? "; " : "")
        + (rods ? "lines: " + around : "");
  }
}
