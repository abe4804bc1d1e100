package io.github.sid4j.data;

import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.data.table.ColumnEncoder;
import io.github.sid4j.error.InputException;
import java.util.List;

/**
 * Rows of text whose columns become numbers, one column after the other.
 *
 * @param label the name of the column that held the class, which is not read
 * @param columns those that are read, in order
 */
public record TableEncoding(String label, List<Column> columns) implements InputEncoding {
  /**
   * One column.
   *
   * @param name in the header
   * @param encoder of its cells
   */
  public record Column(String name, ColumnEncoder encoder) {}

  /** Keeps a copy that cannot be changed. */
  public TableEncoding {
    columns = List.copyOf(columns);
  }

  @Override
  public int[] shape() {
    return new int[] {columns.stream().mapToInt(column -> column.encoder().width()).sum()};
  }

  /**
   * Finds the columns in a table, which may have others, too, and another order.
   *
   * @param table with a header
   * @return where each column is
   * @throws InputException if one is missing
   */
  public List<Integer> places(CsvTable table) {
    return columns.stream().map(column -> place(table, column.name())).toList();
  }

  private static int place(CsvTable table, String name) {
    int place = table.header().indexOf(name);
    if (place < 0) {
      throw new InputException(
          table.where() + " header",
          "the column \"" + name + "\", as in training",
          CsvLoader.shortened(table.header()),
          "add it; cells may be left empty");
    }
    return place;
  }

  /**
   * The numbers of a row.
   *
   * @param cells of the row
   * @param places of the columns, as {@link #places} gives them
   * @return in order
   */
  public float[] encode(List<String> cells, List<Integer> places) {
    float[] values = new float[shape()[0]];
    int offset = 0;
    for (int c = 0; c < columns.size(); c++) {
      ColumnEncoder encoder = columns.get(c).encoder();
      encoder.encode(cells.get(places.get(c)), values, offset);
      offset += encoder.width();
    }
    return values;
  }
}
