package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which columns of a file hold text. */
final class TextColumns {
  /** So many rows show what a column holds. */
  private static final int ROWS = 1000;

  /** Words of a cell on average, from which on it is a text and not a name or a category. */
  private static final double WORDS = 3;

  private TextColumns() {}

  /**
   * The columns of text, by their names.
   *
   * @param table the training file
   * @param label place of the column with the class
   * @param given those that the user names; if empty, those that plainly hold text
   * @param left that are no inputs unless they are given
   * @return at least one
   * @throws InputException if there is none, or one of those given is not there
   */
  static List<String> columns(CsvTable table, int label, List<String> given, List<String> left) {
    if (given.isEmpty()) {
      List<String> found =
          IntStream.range(0, table.header().size())
              .filter(column -> column != label && !left.contains(table.header().get(column)))
              .filter(column -> isText(table, column))
              .mapToObj(table.header()::get)
              .toList();
      if (found.isEmpty()) {
        throw new InputException(
            table.where(),
            "a column of texts of several words",
            "none that plainly is one",
            "set text-columns to the columns with the text");
      }
      return found;
    }
    for (String name : given) {
      if (place(table, name) == label) {
        throw InputException.ofSetting(
            "text-columns",
            "columns beside the label column",
            CellText.quoted(name),
            "leave it out");
      }
    }
    return given;
  }

  static int place(CsvTable table, String name) {
    int place = table.header().indexOf(name);
    if (place < 0) {
      throw new InputException(
          table.where() + " header",
          "the column " + CellText.quoted(name),
          CsvLoader.shortened(table.header()),
          "correct the name, or add the column");
    }
    return place;
  }

  /** Whether cells have several words, and mostly differ. */
  static boolean isText(CsvTable table, int column) {
    Set<String> different = new HashSet<>();
    int cells = 0;
    int words = 0;
    for (CsvTable.Row row : table.rows().subList(0, Math.min(ROWS, table.rows().size()))) {
      String cell = CellText.stripped(row.cells().get(column));
      if (!cell.isEmpty()) {
        cells++;
        words += cell.split("\\s+", -1).length;
        different.add(cell);
      }
    }
    return cells > 0 && words >= WORDS * cells && 2 * different.size() >= cells;
  }

  /** The text of a row. */
  static String text(CsvTable.Row row, List<Integer> places) {
    return TextEncoding.joined(places.stream().map(row.cells()::get).toList());
  }
}
