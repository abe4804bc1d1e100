package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The classes that a table's label column names, in numeric order if all are whole numbers. */
final class ClassLabels {
  /** Beyond this the column is a number to predict or an identifier rather than a class. */
  private static final int MAX_CLASSES = 1000;

  /** So many classes are believed without a look at how many rows each has. */
  private static final int FEW_CLASSES = 20;

  private static final int ROWS_OF_NUMBERS = 10;
  private static final int ROWS_OF_TEXTS = 2;

  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");

  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  private ClassLabels(List<String> names) {
    this.names = names;
    names.forEach(name -> indices.put(name, indices.size()));
  }

  /** The classes of a training table. */
  static ClassLabels of(CsvTable table, int column, CellFormat cells) {
    List<String> found =
        table.rows().stream().map(row -> label(table, row, column, cells)).distinct().toList();
    boolean whole = found.stream().allMatch(name -> WHOLE.matcher(name).matches());
    String where = table.where() + " column " + CellText.quoted(table.header().get(column));
    SeveralLabels.check(where, found);
    checkQuantity(where, found, table.rows().size(), cells, whole);
    if (found.size() < 2 || found.size() > MAX_CLASSES) {
      throw new InputException(
          where,
          "2 to " + MAX_CLASSES + " classes",
          Integer.toString(found.size()),
          "set label-column to the column that holds the class");
    }
    Comparator<String> natural = Comparator.naturalOrder();
    Comparator<String> order =
        whole
            ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(natural)
            : natural;
    return new ClassLabels(found.stream().sorted(order).toList());
  }

  /** Many different numbers are a quantity, and texts that hardly repeat are no classes. */
  private static void checkQuantity(
      String where, List<String> found, int rows, CellFormat cells, boolean whole) {
    if (found.size() <= FEW_CLASSES) {
      return;
    }
    boolean numbers = found.stream().noneMatch(name -> Double.isNaN(cells.number(name)));
    if (numbers && (!whole || rows < ROWS_OF_NUMBERS * found.size())) {
      throw new InputException(
          where,
          "classes; regression is not supported",
          "what looks like a quantity: %s different numbers in %s rows, such as %s"
              .formatted(found.size(), rows, CellText.quoted(found.get(0))),
          "set label-column to the column that holds the class, or name ranges in it");
    }
    if (rows < ROWS_OF_TEXTS * found.size()) {
      throw new InputException(
          where,
          "classes with several rows each",
          "%s different values in %s rows, such as %s"
              .formatted(found.size(), rows, CellText.quoted(found.get(0))),
          "set label-column to the column that holds the class");
    }
  }

  List<String> names() {
    return names;
  }

  /** For each row its class. */
  int[] labels(CsvTable table, int column, CellFormat cells) {
    return table.rows().stream().mapToInt(row -> index(table, row, column, cells)).toArray();
  }

  private int index(CsvTable table, CsvTable.Row row, int column, CellFormat cells) {
    Integer index = indices.get(label(table, row, column, cells));
    if (index == null) {
      throw new InputException(
          table.place(row.line(), table.header().get(column)),
          "a class that the training data has too",
          CellText.quoted(row.cells().get(column)),
          "correct the label or remove the row");
    }
    return index;
  }

  private static String label(CsvTable table, CsvTable.Row row, int column, CellFormat cells) {
    String label = row.cells().get(column);
    if (cells.isMissing(label)) {
      boolean blank = CellText.stripped(label).isEmpty();
      throw new InputException(
          table.where() + " line " + row.line(),
          "a label in column " + CellText.quoted(table.header().get(column)),
          blank ? "none" : CellText.quoted(label) + ", which marks a missing value",
          "add it or remove the row" + (blank ? "" : ", or set missing-values without that mark"));
    }
    return label;
  }
}
