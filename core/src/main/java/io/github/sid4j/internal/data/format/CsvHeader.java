package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The names of the columns of a CSV file. */
final class CsvHeader {
  private static final String NO_HEADER =
      ", or set header to none if the first line is a row of data";

  private CsvHeader() {}

  /**
   * The names of the columns.
   *
   * @param first line of the file that is not blank
   */
  static List<String> of(List<String> first, String where, CsvLayout layout) {
    if (layout.header()) {
      List<String> names = first.stream().map(CellText::stripped).toList();
      check(names, where);
      return names;
    }
    if (layout.names().isEmpty()) {
      return IntStream.rangeClosed(1, first.size()).mapToObj(i -> "c" + i).toList();
    }
    if (layout.names().size() != first.size()) {
      throw new InputException(
          where + " line 1",
          layout.names().size() + " columns, as many as there are column names",
          Integer.toString(first.size()),
          "set column-names to one name for each column");
    }
    return layout.names();
  }

  private static void check(List<String> header, String where) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isEmpty()) {
        throw new InputException(
            where + " header",
            "a name for every column",
            "none for column " + (i + 1),
            "name or remove that column" + NO_HEADER);
      }
      if (!seen.add(name)) {
        throw new InputException(
            where + " header",
            "a different name for every column",
            CellText.quoted(name) + " twice",
            "rename one" + NO_HEADER);
      }
    }
  }
}
