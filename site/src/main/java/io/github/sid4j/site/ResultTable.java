package io.github.sid4j.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A table of results.
 *
 * @param name unique in its experiment
 * @param columns in order
 * @param rows a value for each column; null where there is none
 */
record ResultTable(String name, List<ResultColumn> columns, List<List<JsonNode>> rows) {
  ResultTable {
    for (List<JsonNode> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException(
            "table " + name + " has " + columns.size() + " columns, its row " + row.size());
      }
    }
  }

  /** The place of a column. */
  int column(String heading) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(heading)) {
        return i;
      }
    }
    throw new IllegalArgumentException("table " + name + " has no column " + heading);
  }

  /** The place of the column that has the number of seeds. */
  OptionalInt seeds() {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).kind() == ColumnKind.SEEDS) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  boolean isSingleRun(List<JsonNode> row) {
    return seeds().isPresent() && row.get(seeds().getAsInt()).asInt() == 1;
  }

  /** The table in Markdown, with a line below it that explains the mark of single runs. */
  String markdown() {
    List<String> heads = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (ResultColumn column : columns) {
      heads.add(column.name());
      rules.add(column.kind() == ColumnKind.TEXT ? "---" : "--:");
    }
    StringBuilder text = new StringBuilder(line(heads)).append(line(rules));
    for (List<JsonNode> row : rows) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        ResultColumn column = columns.get(i);
        cells.add(column.kind().written(row.get(i), column.decimals()));
      }
      text.append(line(cells));
    }
    if (rows.stream().anyMatch(this::isSingleRun)) {
      text.append("\n")
          .append(ColumnKind.SINGLE_RUN)
          .append(" a single run, without an interval\n");
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells).replace("|  |", "| |") + " |\n";
  }
}
