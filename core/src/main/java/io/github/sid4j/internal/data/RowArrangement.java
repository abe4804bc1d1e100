package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What columns say of the parts that rows go to: rows of one group stay together, or later rows are
 * tested on. Immutable once made.
 */
final class RowArrangement {
  private final List<Integer> groups = new ArrayList<>();
  private final List<Double> times = new ArrayList<>();
  private final List<DataFact> facts = new ArrayList<>();
  private final boolean isGrouped;
  private final boolean isTimed;

  private RowArrangement(List<TablePart> parts, PartRules rules) {
    isGrouped = rules.groupColumn().isPresent();
    isTimed = rules.timeColumn().isPresent();
    rules.groupColumn().ifPresent(name -> readGroups(parts, name));
    rules.timeColumn().ifPresent(name -> readTimes(parts, name));
  }

  /**
   * Reads the columns that rules name.
   *
   * @param parts of all rows, in order
   * @throws InputException if a table lacks a column, or a cell is no time
   */
  static RowArrangement of(List<TablePart> parts, PartRules rules) {
    return new RowArrangement(parts, rules);
  }

  /**
   * Checks that a table has the columns that rules name.
   *
   * @param label place of the column with the class, which is none of them
   * @throws InputException if one is missing
   */
  static void check(CsvTable table, int label, PartRules rules) {
    rules.groupColumn().ifPresent(name -> check("group-column", name, table, label));
    rules.timeColumn().ifPresent(name -> check("time-column", name, table, label));
  }

  private static void check(String setting, String name, CsvTable table, int label) {
    int place = table.header().indexOf(name);
    if (place < 0 || place == label) {
      throw InputException.ofSetting(
          setting,
          "a column beside the label, one of " + CsvLoader.shortened(table.header()),
          CellText.quoted(name),
          "correct it");
    }
  }

  /** The examples, with what is known of their parts. */
  RawExamples on(RawExamples examples) {
    return isGrouped || isTimed ? new ArrangedExamples(examples, this) : examples;
  }

  /** To be shown at the start of a run. */
  List<DataFact> facts() {
    return List.copyOf(facts);
  }

  boolean isGrouped() {
    return isGrouped;
  }

  int group(int row) {
    return isGrouped ? groups.get(row) : -1;
  }

  boolean isTimed() {
    return isTimed;
  }

  double time(int row) {
    return times.get(row);
  }

  private void readGroups(List<TablePart> parts, String name) {
    Map<String, Integer> numbers = new HashMap<>();
    int alone = 0;
    for (TablePart part : parts) {
      int column = TextColumns.place(part.table(), name);
      for (CsvTable.Row row : part.table().rows()) {
        String cell = row.cells().get(column);
        boolean missing = part.cells().isMissing(cell);
        alone += missing ? 1 : 0;
        groups.add(
            missing
                ? Integer.valueOf(-1)
                : numbers.computeIfAbsent(CellText.stripped(cell), none -> numbers.size()));
      }
    }
    facts.add(
        new DataFact(
            "groups",
            "%s groups of rows with the same %s stay together%s"
                .formatted(
                    numbers.size(),
                    CellText.quoted(name),
                    alone == 0 ? "" : "; %s rows without one are alone".formatted(alone))));
  }

  private void readTimes(List<TablePart> parts, String name) {
    for (TablePart part : parts) {
      int column = TextColumns.place(part.table(), name);
      for (CsvTable.Row row : part.table().rows()) {
        times.add(time(row, column, part.cells(), part.table(), name));
      }
    }
    facts.add(
        new DataFact(
            "time",
            "parts are cut by %s: the latest rows are tested on, those before validate"
                .formatted(CellText.quoted(name))));
  }

  private static double time(
      CsvTable.Row row, int column, CellFormat cells, CsvTable table, String name) {
    String cell = row.cells().get(column);
    Optional<Double> time = cells.isMissing(cell) ? Optional.empty() : CellTime.of(cell, cells);
    return time.orElseThrow(
        () ->
            new InputException(
                table.place(row.line(), name),
                "a number, or a date such as 2026-01-31 or 2026-01-31 10:00:00",
                CellText.quoted(cell),
                "correct it, remove the row, or set another time-column"));
  }
}
