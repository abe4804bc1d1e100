package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names of columns in files without a header, in which they are counted. */
final class CountedColumns {
  private CountedColumns() {}

  /**
   * The names of a table's columns.
   *
   * @param training those of the training file; null if files have a header
   * @param label the name of the column with the class, which may be missing
   * @return one for each column of the table
   * @throws InputException if there are more or fewer than in training
   */
  static List<String> names(CsvTable table, @Nullable List<String> training, String label) {
    if (training == null) {
      return table.header();
    }
    int width = table.header().size();
    if (width != training.size() && width != training.size() - 1) {
      throw new InputException(
          table.where() + " line 1",
          "%s columns as in training, or %s without the class"
              .formatted(training.size(), training.size() - 1),
          Integer.toString(width),
          "give rows with the columns of the training file");
    }
    List<String> names = new ArrayList<>(training);
    if (width < training.size()) {
      names.remove(label);
    }
    return names;
  }
}
