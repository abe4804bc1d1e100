package io.github.sid4j.internal.report.chart;

import io.github.sid4j.internal.report.html.Element;
import java.util.List;
import java.util.Locale;

/** Counts of pairs as squares, of stronger colour the larger their share of a row. */
public final class Matrix {
  private static final double LEFT = 132;
  private static final double TOP = 22;
  private static final double SIDE = 440;
  private static final double LARGEST = 64;

  /** Below it there is no room for a count, or for the name of a row. */
  private static final double LEGIBLE = 12;

  private static final double ROOMY = 21;
  private static final int LETTERS = 17;
  private static final int EVERY = 10;

  private Matrix() {}

  /**
   * Draws a square matrix. Cells with room have their count; of many classes every tenth is named
   * by its number, and what a cell is appears where it is pointed at.
   *
   * @param words what is shown, for those who do not see it
   * @param names of the rows, which are those of the columns; at least one
   * @param counts by row and column, at least 0
   * @return the drawing
   */
  public static Element draw(String words, List<String> names, List<List<Integer>> counts) {
    int size = names.size();
    double cell = Math.min(LARGEST, SIDE / size);
    double side = cell * size;
    Element drawing = Svg.drawing(LEFT + SIDE + 4, TOP + side + 4, words);
    for (int i = 0; i < size; i++) {
      names(drawing, names, i, cell);
    }
    frame(drawing, side);
    for (int row = 0; row < size; row++) {
      double sum = counts.get(row).stream().mapToLong(Integer::longValue).sum();
      for (int column = 0; column < size; column++) {
        int count = counts.get(row).get(column);
        if (count > 0) {
          cell(drawing, names, row, column, cell, count, count / sum);
        }
      }
    }
    return drawing;
  }

  private static void names(Element drawing, List<String> names, int i, double cell) {
    double middle = cell * (i + 0.5);
    boolean legible = cell >= LEGIBLE;
    if (legible || (i + 1) % EVERY == 0) {
      String number = Integer.toString(i + 1);
      String row = legible ? Svg.shortened(names.get(i), LETTERS) + " " + number : number;
      drawing.add(Svg.titled(Svg.text("tick end", LEFT - 6, TOP + middle + 4, row), names.get(i)));
      if (cell >= ROOMY || (i + 1) % EVERY == 0) {
        drawing.add(Svg.titled(Svg.text("tick middle", LEFT + middle, 14, number), names.get(i)));
      }
    }
  }

  private static void frame(Element drawing, double side) {
    for (double at : new double[] {0, side}) {
      drawing.add(Svg.line("grid", LEFT, TOP + at, LEFT + side, TOP + at));
      drawing.add(Svg.line("grid", LEFT + at, TOP, LEFT + at, TOP + side));
    }
  }

  private static void cell(
      Element drawing,
      List<String> names,
      int row,
      int column,
      double cell,
      int count,
      double share) {
    double x = LEFT + cell * column;
    double y = TOP + cell * row;
    Element square =
        Element.of("rect")
            .classed(row == column ? "cell" : "cell wrong")
            .with("x", Svg.number(x))
            .with("y", Svg.number(y))
            .with("width", Svg.number(cell))
            .with("height", Svg.number(cell))
            // Even a single sample of many is to be seen.
            .with("fill-opacity", String.format(Locale.ROOT, "%.2f", 0.15 + 0.85 * share));
    String title =
        row == column
            ? "%s: %s right".formatted(names.get(row), count)
            : "%s taken for %s: %s".formatted(names.get(row), names.get(column), count);
    Element titled = Svg.titled(square, title);
    if (cell >= ROOMY) {
      titled.add(
          Svg.text(
              share > 0.5 ? "count inverse" : "count",
              x + cell / 2,
              y + cell / 2 + 4,
              shortened(count)));
    }
    drawing.add(titled);
  }

  /** In thousands where five digits would not fit. */
  private static String shortened(int count) {
    return count < 10_000 ? Integer.toString(count) : count / 1000 + "k";
  }
}
