package io.github.sid4j.internal.data.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as it stands in a CSV file, or in another file whose values became texts.
 *
 * @param where the file, for messages
 * @param delimiter between its cells; null in what is no CSV
 * @param header the names of the columns, all different
 * @param rows at least one, each with as many cells as the header
 */
public record CsvTable(
    String where, @Nullable CsvDelimiter delimiter, List<String> header, List<CsvTable.Row> rows) {
  /**
   * One row.
   *
   * @param line the line of the file on which it ends, counted from 1
   * @param cells as they stand in the file
   */
  public record Row(long line, List<String> cells) {}

  /**
   * Where a cell is, for messages.
   *
   * @param line of the file
   * @param column name of the column
   * @return for example {@code train.csv line 7 column "age"}
   */
  public String place(long line, String column) {
    return where + " line " + line + " column " + CellText.quoted(column);
  }
}
