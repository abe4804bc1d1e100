package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.format.CsvLayout;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the training file was written and read, which holds for files to classify, too.
 *
 * @param delimiter between cells; null where the training file is no CSV, and in models of earlier
 *     versions
 * @param decimal the decimal sign of numbers
 * @param missingValues marks that stand for a missing value beside the empty cell, in whatever case
 * @param badCells what happens to cells that do not fit a column of numbers
 * @param columnNames the names of all columns of a file without a header, in order, with that of
 *     the class; null where files have a header
 */
public record TableFormat(
    @Nullable CsvDelimiter delimiter,
    DecimalSign decimal,
    List<String> missingValues,
    BadCells badCells,
    @Nullable List<String> columnNames) {
  /** That of models from before there was a choice. */
  static final TableFormat EARLIER =
      new TableFormat(
          null, DecimalSign.POINT, List.of("?", "NA", "N/A", "NaN"), BadCells.ERROR, null);

  /** Keeps copies that cannot be changed. */
  public TableFormat {
    missingValues = List.copyOf(missingValues);
    columnNames = columnNames == null ? null : List.copyOf(columnNames);
  }

  /** How a file is laid out that has the columns of training, with or without that of the class. */
  CsvLayout layout(@Nullable CsvDelimiter given) {
    return new CsvLayout(given, columnNames == null, List.of());
  }

  CellFormat cells() {
    return new CellFormat(decimal, missingValues);
  }

  /**
   * The names of a table's columns. Where training files had no header, the columns are counted,
   * with or without that of the class.
   *
   * @throws InputException if there are more or fewer
   */
  List<String> names(CsvTable table, String label) {
    return CountedColumns.names(table, columnNames, label);
  }
}
