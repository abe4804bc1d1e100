package io.github.sid4j.internal.data;

import java.util.List;

/**
 * The rows of a CSV file as a model reads them.
 *
 * @param rows in the order of the file
 * @param notes what a reader of the results should know of the file: in which format it was read,
 *     and how many cells of which columns were missing, bad or unknown; each a line that names the
 *     file
 */
public record TableRows(List<TableRows.Row> rows, List<String> notes) {
  /**
   * One row.
   *
   * @param line the line of the file on which it ends, counted from 1
   * @param values prepared for the model, not to be changed
   * @param row as it stands in the file
   */
  // Of many rows a list of boxed numbers would be all there is in memory.
  @SuppressWarnings("ArrayRecordComponent")
  public record Row(long line, float[] values, InputRow row) {}

  /** Keeps copies that cannot be changed. */
  public TableRows {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}
