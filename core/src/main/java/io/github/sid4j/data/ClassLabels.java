package io.github.sid4j.data;

import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.data.table.Cells;
import io.github.sid4j.error.InputException;
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

  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d+");

  private final List<String> names;
  private final Map<String, Integer> indices = new HashMap<>();

  private ClassLabels(List<String> names) {
    this.names = names;
    names.forEach(name -> indices.put(name, indices.size()));
  }

  /** The classes of a training table. */
  static ClassLabels of(CsvTable table, int column) {
    List<String> found =
        table.rows().stream().map(row -> label(table, row, column)).distinct().toList();
    if (found.size() < 2 || found.size() > MAX_CLASSES) {
      throw new InputException(
          table.where() + " column \"" + table.header().get(column) + "\"",
          "2 to " + MAX_CLASSES + " classes",
          Integer.toString(found.size()),
          "name the column that holds the class");
    }
    boolean whole = found.stream().allMatch(name -> WHOLE.matcher(name).matches());
    Comparator<String> natural = Comparator.naturalOrder();
    Comparator<String> order =
        whole
            ? Comparator.<String, BigInteger>comparing(BigInteger::new).thenComparing(natural)
            : natural;
    return new ClassLabels(found.stream().sorted(order).toList());
  }

  List<String> names() {
    return names;
  }

  /** For each row its class. */
  int[] labels(CsvTable table, int column) {
    return table.rows().stream().mapToInt(row -> index(table, row, column)).toArray();
  }

  private int index(CsvTable table, CsvTable.Row row, int column) {
    Integer index = indices.get(label(table, row, column));
    if (index == null) {
      throw new InputException(
          table.where() + " line " + row.line(),
          "a class that the training data has too",
          "\"" + row.cells().get(column) + "\"",
          "correct the label or remove the row");
    }
    return index;
  }

  private static String label(CsvTable table, CsvTable.Row row, int column) {
    String label = row.cells().get(column);
    if (Cells.isMissing(label)) {
      throw new InputException(
          table.where() + " line " + row.line(),
          "a label in column \"" + table.header().get(column) + "\"",
          "none",
          "add it or remove the row");
    }
    return label;
  }
}
