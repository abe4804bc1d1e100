package io.github.sid4j.internal.data;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.CellKind;
import io.github.sid4j.internal.data.table.ColumnEncoder;
import java.util.List;

/**
 * Rows of text whose columns become numbers, one column after the other. {@link TableReader} reads
 * whole files by it.
 *
 * @param label the name of the column that held the class, which is not read
 * @param columns those that are read, in order
 * @param format how the training file was written; null in models of earlier versions, which had a
 *     decimal point and the marks ?, NA, N/A and NaN
 */
public record TableEncoding(
    String label,
    List<Column> columns,
    @JsonProperty(isRequired = OptBoolean.FALSE) TableFormat format)
    implements InputEncoding {
  /**
   * One column.
   *
   * @param name in the header
   * @param encoder of its cells
   */
  public record Column(String name, ColumnEncoder encoder) {
    /** How many numbers a cell becomes, at least 1. */
    public int width() {
      return encoder.width();
    }
  }

  /** Keeps a copy that cannot be changed. */
  public TableEncoding {
    columns = List.copyOf(columns);
    format = format == null ? TableFormat.EARLIER : format;
  }

  @Override
  public int[] shape() {
    return new int[] {columns.stream().mapToInt(column -> column.encoder().width()).sum()};
  }

  /**
   * What the inputs are that the columns become, as the setting {@code fields} has it.
   *
   * @return in order, neighbours of one kind joined
   */
  public List<String> fields() {
    return InputFields.of(columns.stream().map(Column::encoder).toList());
  }

  /**
   * Finds the columns in a table, which may have others, too, and another order. Where training
   * files had no header, the columns are counted, with or without that of the class.
   *
   * @param table to be encoded
   * @return where each column is
   * @throws InputException if one is missing
   */
  public List<Integer> places(CsvTable table) {
    List<String> names = format.names(table, label);
    return columns.stream().map(column -> place(table, names, column.name())).toList();
  }

  private static int place(CsvTable table, List<String> names, String name) {
    int place = names.indexOf(name);
    if (place < 0) {
      throw new InputException(
          table.where() + " header",
          "the column " + CellText.quoted(name) + ", as in training",
          CsvLoader.shortened(names),
          "add it; cells may be left empty");
    }
    return place;
  }

  /**
   * The numbers of a row that is written as the training file was.
   *
   * @param cells of the row
   * @param places of the columns, as {@link #places} gives them
   * @return in order
   * @throws InputException if a cell does not fit its column, unless such cells were taken for
   *     missing in training
   */
  public float[] encode(List<String> cells, List<Integer> places) {
    return encode(
        cells,
        places,
        format.cells(),
        (column, kind, cell) -> {
          if (kind == CellKind.BAD && format.badCells() == BadCells.ERROR) {
            throw new InputException(
                "column " + CellText.quoted(columns.get(column).name()),
                BadCell.expected(format.decimal()),
                CellText.quoted(cell),
                "correct it");
          }
        });
  }

  float[] encode(List<String> cells, List<Integer> places, CellFormat written, CellSight sight) {
    float[] values = new float[shape()[0]];
    int offset = 0;
    for (int c = 0; c < columns.size(); c++) {
      ColumnEncoder encoder = columns.get(c).encoder();
      String cell = cells.get(places.get(c));
      sight.saw(c, encoder.encode(cell, written, values, offset), cell);
      offset += encoder.width();
    }
    return values;
  }

  /** Learns what the cells of rows are while these are encoded. */
  @FunctionalInterface
  interface CellSight {
    /**
     * Takes note of a cell.
     *
     * @param column its place among the columns that are read
     * @param kind what it is
     * @param cell as it stands in the file
     */
    void saw(int column, CellKind kind, String cell);
  }
}
