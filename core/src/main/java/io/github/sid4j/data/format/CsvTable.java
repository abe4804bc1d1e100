package io.github.sid4j.data.format;

import java.util.List;

/**
 * A table as it stands in a CSV file.
 *
 * @param where the file, for messages
 * @param header the names of the columns, all different
 * @param rows at least one, each with as many cells as the header
 */
public record CsvTable(String where, List<String> header, List<Row> rows) {
  /**
   * One row.
   *
   * @param line the line of the file on which it ends, counted from 1
   * @param cells without the spaces around them
   */
  public record Row(long line, List<String> cells) {}
}
