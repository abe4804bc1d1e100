package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.CellKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the cells of a file, or of a part of it, turn out to be, by column. */
final class CellReport {
  private final CsvTable table;
  private final List<String> columns;
  private final Map<CellKind, int[]> counts = new EnumMap<>(CellKind.class);
  private final List<String> firstUnknown;
  private final List<BadCell> firstBad;
  private int rows;
  private @Nullable BadCell first;

  CellReport(CsvTable table, TableEncoding encoding) {
    this.table = table;
    this.columns = encoding.columns().stream().map(TableEncoding.Column::name).toList();
    for (CellKind kind : CellKind.values()) {
      counts.put(kind, new int[columns.size()]);
    }
    this.firstUnknown = new ArrayList<>(Collections.nCopies(columns.size(), null));
    this.firstBad = new ArrayList<>(Collections.nCopies(columns.size(), null));
  }

  /** Looks at all rows of a file. */
  static CellReport of(TablePart part, TableEncoding encoding) {
    CellReport report = new CellReport(part.table(), encoding);
    List<Integer> places = encoding.places(part.table());
    for (CsvTable.Row row : part.table().rows()) {
      encoding.encode(row.cells(), places, part.cells(), report.row(row));
    }
    return report;
  }

  /** The name of the file. */
  String file() {
    return table.where().substring(table.where().replace('\\', '/').lastIndexOf('/') + 1);
  }

  /** Notes the cells of a row while it is encoded. */
  TableEncoding.CellSight row(CsvTable.Row row) {
    rows++;
    return (column, kind, cell) -> {
      int before = counts(kind)[column]++;
      if (before == 0 && kind == CellKind.UNKNOWN) {
        firstUnknown.set(column, CellText.quoted(cell) + " in line " + row.line());
      }
      if (before == 0 && kind == CellKind.BAD) {
        BadCell bad = new BadCell(table, row.line(), columns.get(column), cell);
        firstBad.set(column, bad);
        first = first == null ? bad : first;
      }
    };
  }

  /** Refuses the file for its first bad cell, if there is one and it may not be missing. */
  void check(CellFormat written, BadCells policy, boolean training) {
    if (first != null && policy == BadCells.ERROR) {
      throw first.refusal(written, total(CellKind.BAD) - 1, training);
    }
  }

  /** For example {@code width 3, height in all 7 rows}. */
  Optional<String> missing() {
    return listed(
        CellKind.MISSING,
        c ->
            count(CellKind.MISSING, c) == rows && rows > 1
                ? "in all %s rows".formatted(rows)
                : Integer.toString(count(CellKind.MISSING, c)));
  }

  /** For example {@code width 3 (first "3.1 cm" in line 14)}. */
  Optional<String> bad() {
    return listed(
        CellKind.BAD,
        c ->
            "%s (first %s in line %s)"
                .formatted(
                    count(CellKind.BAD, c),
                    CellText.quoted(firstBad.get(c).cell()),
                    firstBad.get(c).line()));
  }

  /** For example {@code colour 3 (first "green" in line 14)}. */
  Optional<String> unknown() {
    return listed(
        CellKind.UNKNOWN,
        c -> "%s (first %s)".formatted(count(CellKind.UNKNOWN, c), firstUnknown.get(c)));
  }

  private Optional<String> listed(CellKind kind, IntFunction<String> text) {
    String all =
        IntStream.range(0, columns.size())
            .filter(c -> count(kind, c) > 0)
            .mapToObj(c -> CellText.listed(columns.get(c)) + " " + text.apply(c))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  private int[] counts(CellKind kind) {
    return Objects.requireNonNull(counts.get(kind));
  }

  private int count(CellKind kind, int column) {
    return counts(kind)[column];
  }

  private int total(CellKind kind) {
    return IntStream.of(counts.get(kind)).sum();
  }
}
