package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.CsvLayout;
import io.github.sid4j.internal.data.table.ColumnRules;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is given about {@code csv} data.
 *
 * @param labelColumn the column that holds the class
 * @param header whether the first line of a file has the names of the columns
 * @param columnNames names of the columns of files without a header; if empty, they are called
 *     {@code c1}, {@code c2} and so on
 * @param uses what columns are for, by name; the others are looked at
 * @param choices how cells are written
 * @param rules how columns become numbers
 */
public record CsvOptions(
    String labelColumn,
    boolean header,
    List<String> columnNames,
    Map<String, ColumnUse> uses,
    TableChoices choices,
    ColumnRules rules) {
  /** Where the class is looked for by default. */
  public static final String DEFAULT_LABEL_COLUMN = "label";

  /** Keeps copies that cannot be changed. */
  public CsvOptions {
    columnNames = List.copyOf(columnNames);
    uses = Map.copyOf(uses);
  }

  /**
   * Options for files with a header, in which all else is recognized.
   *
   * @param labelColumn the column that holds the class
   * @return the options
   */
  public static CsvOptions of(String labelColumn) {
    return new CsvOptions(
        labelColumn, true, List.of(), Map.of(), TableChoices.NONE, ColumnRules.DEFAULT);
  }

  /** The same, where columns are not read of which no use is given. */
  CsvOptions dropping(List<String> columns) {
    Map<String, ColumnUse> all = new HashMap<>(uses);
    columns.forEach(name -> all.putIfAbsent(name, ColumnUse.DROP));
    return new CsvOptions(labelColumn, header, columnNames, all, choices, rules);
  }

  CsvLayout layout() {
    return new CsvLayout(choices.delimiter(), header, columnNames);
  }
}
