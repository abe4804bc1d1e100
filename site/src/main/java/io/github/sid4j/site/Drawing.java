package io.github.sid4j.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Draws the numbers of a table. */
final class Drawing {
  private Drawing() {}

  static String of(Experiment experiment, ResultChart chart) {
    ResultTable table = experiment.table(chart.table());
    return switch (chart.kind()) {
      case INTERVALS -> IntervalDrawing.svg(chart, rows(table, chart), around(table, chart));
      case POINTS -> PointDrawing.svg(chart, points(table, chart));
      case LINES -> LineDrawing.svg(chart, lines(table, chart));
      case COLUMNS -> LineDrawing.svg(chart, columns(table, chart));
    };
  }

  /**
   * A measured value with its name.
   *
   * @param name of it
   * @param x place on the horizontal axis, where there are two
   * @param value mean or median
   * @param low lower end of what is drawn around it
   * @param high upper end
   * @param single whether it is of a single run
   */
  record Mark(String name, double x, double value, double low, double high, boolean single) {}

  /**
   * A line.
   *
   * @param name of it
   * @param marks from left to right
   */
  record Line(String name, List<Mark> marks) {}

  private static String around(ResultTable table, ResultChart chart) {
    return isQuartiles(table, chart) ? "quartiles" : "standard deviation over seeds";
  }

  private static boolean isQuartiles(ResultTable table, ResultChart chart) {
    return table.columns().get(table.column(chart.value())).kind() == ColumnKind.QUARTILES;
  }

  private static List<Mark> rows(ResultTable table, ResultChart chart) {
    List<Mark> marks = new ArrayList<>();
    int column = table.column(chart.value());
    boolean quartiles = isQuartiles(table, chart);
    for (List<JsonNode> row : table.rows()) {
      JsonNode value = row.get(column);
      // A row with three numbers in a column of means is a difference, and not on this axis.
      if (!value.isNull() && (quartiles || value.size() < 3)) {
        marks.add(mark(name(table, chart, row), 0, value, table.isSingleRun(row)));
      }
    }
    return marks;
  }

  private static List<Mark> points(ResultTable table, ResultChart chart) {
    int x = table.column(chart.across());
    int y = table.column(chart.value());
    return table.rows().stream()
        .map(
            row ->
                mark(
                    name(table, chart, row),
                    row.get(x).asDouble(),
                    row.get(y),
                    table.isSingleRun(row)))
        .toList();
  }

  private static List<Line> lines(ResultTable table, ResultChart chart) {
    List<Line> lines = new ArrayList<>();
    for (List<JsonNode> row : table.rows()) {
      List<Mark> marks = new ArrayList<>();
      String name = name(table, chart, row);
      for (int i = 0; i < row.size(); i++) {
        String head = table.columns().get(i).name();
        if (head.matches("\\d+")) {
          marks.add(mark(name, Double.parseDouble(head), row.get(i), false));
        }
      }
      lines.add(new Line(name, marks));
    }
    return lines;
  }

  private static List<Line> columns(ResultTable table, ResultChart chart) {
    int x = table.column(chart.label().get(0));
    List<Line> lines = new ArrayList<>();
    for (String head : chart.values()) {
      int column = table.column(head);
      lines.add(
          new Line(
              head.replaceFirst(", (test, )?(%|MB)$", ""),
              table.rows().stream()
                  .map(row -> mark(head, row.get(x).asDouble(), row.get(column), false))
                  .toList()));
    }
    return lines;
  }

  private static Mark mark(String name, double x, JsonNode value, boolean single) {
    if (!value.isArray()) {
      double number = value.asDouble();
      return new Mark(name, x, number, number, number, single);
    }
    double first = value.get(0).asDouble();
    double second = value.get(1).asDouble();
    return value.size() == 2
        ? new Mark(name, x, first, first - second, first + second, single)
        : new Mark(name, x, first, second, value.get(2).asDouble(), single);
  }

  private static String name(ResultTable table, ResultChart chart, List<JsonNode> row) {
    return chart.label().stream()
        .map(head -> row.get(table.column(head)))
        .filter(value -> !value.isNull())
        .map(JsonNode::asText)
        .collect(Collectors.joining(", "));
  }
}
