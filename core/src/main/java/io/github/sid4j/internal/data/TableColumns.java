package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.ColumnProfile;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The columns of a training file: which one holds the class, and what the user says of the others.
 *
 * @param table the training file
 * @param label place of the column with the class
 * @param given uses by column name
 */
record TableColumns(CsvTable table, int label, Map<String, ColumnUse> given) {
  static TableColumns of(CsvTable table, CsvOptions options) {
    TableColumns columns = new TableColumns(table, label(table, options), options.uses());
    columns.checkGiven();
    if (columns.read().isEmpty()) {
      throw new InputException(
          table.where() + " header",
          "columns beside the label",
          "none",
          "separate the columns by comma, semicolon, tab or pipe, and do not drop all");
    }
    return columns;
  }

  static int label(CsvTable table, CsvOptions options) {
    int column = table.header().indexOf(options.labelColumn());
    if (column < 0) {
      throw new InputException(
          table.where() + " header",
          "the label column " + CellText.quoted(options.labelColumn()),
          CsvLoader.shortened(table.header()),
          "set label-column to the column with the class"
              + (options.header() ? ", or header to none if the first line is a row of data" : ""));
    }
    return column;
  }

  private void checkGiven() {
    for (String name : new TreeSet<>(given.keySet())) {
      if (!table.header().contains(name)) {
        throw new InputException(
            table.where() + " header",
            "the column " + CellText.quoted(name) + " that is named in columns",
            CsvLoader.shortened(table.header()),
            "correct the name in columns");
      }
      if (table.header().get(label).equals(name)) {
        throw InputException.ofSetting(
            "columns",
            "columns beside the label column",
            CellText.quoted(name),
            "leave it out, or set another label-column");
      }
    }
  }

  /** The places of the columns that are read, in order. */
  List<Integer> read() {
    return IntStream.range(0, table.header().size())
        .filter(c -> c != label && given.get(name(c)) != ColumnUse.DROP)
        .boxed()
        .toList();
  }

  /** The places of the columns that may hold numbers. */
  List<Integer> maybeNumbers() {
    return read().stream()
        .filter(c -> given.getOrDefault(name(c), ColumnUse.NUMBER) == ColumnUse.NUMBER)
        .toList();
  }

  /** What the columns that are read are, by name, judged by rows of training. */
  Map<String, ColumnProfile> profiles(int[] training, CellFormat cells) {
    Map<String, ColumnProfile> profiles = new LinkedHashMap<>();
    for (int column : read()) {
      ColumnProfile profile = new ColumnProfile();
      for (int row : training) {
        profile.see(table.rows().get(row).cells().get(column), cells);
      }
      profiles.put(name(column), profile);
    }
    return profiles;
  }

  /** What the columns that are read are for, by name, as given or decided. */
  Map<String, ColumnUse> uses(Map<String, ColumnProfile> profiles) {
    Map<String, ColumnUse> uses = new LinkedHashMap<>();
    profiles.forEach(
        (name, profile) -> {
          String where = table.where() + " column " + CellText.quoted(name);
          ColumnUse use = given.get(name);
          if (use == ColumnUse.CATEGORY) {
            profile.checkGivenCategories(where);
          }
          uses.put(name, use == null ? found(name, profile, where) : use);
        });
    return uses;
  }

  private ColumnUse found(String name, ColumnProfile profile, String where) {
    int column = table.header().indexOf(name);
    if (ImageColumn.isOne(table, column)) {
      return ColumnUse.IMAGE;
    }
    return profile.isQuantity() || !TextColumns.isText(table, column)
        ? profile.use(where)
        : ColumnUse.TEXT;
  }

  private String name(int column) {
    return table.header().get(column);
  }
}
