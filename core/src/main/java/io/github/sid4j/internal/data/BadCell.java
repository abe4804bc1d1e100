package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.util.List;

/**
 * A cell that does not fit its column of numbers.
 *
 * @param table that it is in
 * @param line of the file
 * @param column the column's name
 * @param cell as it stands in the file
 */
record BadCell(CsvTable table, long line, String column, String cell) {
  static String expected(DecimalSign decimal) {
    return "a number such as " + (decimal == DecimalSign.POINT ? "4.9" : "4,9");
  }

  /**
   * Refuses the file.
   *
   * @param written how the file's cells are read
   * @param others how many more such cells it has
   * @param training whether the use of columns can still be chosen
   */
  InputException refusal(CellFormat written, int others, boolean training) {
    return new InputException(
        table.place(line, column),
        expected(written.decimal()) + (written.isTooLarge(cell) ? ", of at most 3.4e38" : ""),
        CellText.quoted(cell)
            + (others == 0
                ? ""
                : " (and %s more such %s)".formatted(others, others == 1 ? "cell" : "cells")),
        remedy(written, training));
  }

  private String remedy(CellFormat written, boolean training) {
    DecimalSign other =
        written.decimal() == DecimalSign.POINT ? DecimalSign.COMMA : DecimalSign.POINT;
    boolean isOther = !Double.isNaN(new CellFormat(other, List.of()).number(cell));
    return "correct it, "
        + (isOther ? "set decimal to %s, ".formatted(other.word()) : "")
        + "add it to missing-values, "
        + (training
            ? "set bad-cells to missing, or set columns to %s=category".formatted(column)
            : "or set bad-cells to missing");
  }
}
