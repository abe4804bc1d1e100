package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.ColumnProfile;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What in a table probably is not as its owner wants it. */
final class TableWarnings {
  /** In fewer rows columns look like identifiers by chance. */
  private static final int MIN_ROWS = 10;

  private static final int SHOWN = 8;
  private static final String DROP = "; set columns to NAME=drop for what is an identifier";

  private final TableColumns columns;
  private final Map<String, ColumnUse> uses;
  private final Map<String, ColumnProfile> profiles;
  private final TableEncoding encoding;
  private final List<CellReport> reports;

  TableWarnings(
      TableColumns columns,
      Map<String, ColumnUse> uses,
      Map<String, ColumnProfile> profiles,
      TableEncoding encoding,
      List<CellReport> reports) {
    this.columns = columns;
    this.uses = uses;
    this.profiles = profiles;
    this.encoding = encoding;
    this.reports = reports;
  }

  List<String> all() {
    List<String> lines = new ArrayList<>();
    add(lines, "columns without any value in the training part: %s", p -> p.values() == 0);
    add(
        lines,
        "columns with one value only in the training part, which add nothing: %s",
        p -> p.different() == 1 && p.missing() == 0);
    identifiers(lines);
    mixed(lines);
    alike(lines);
    for (CellReport report : reports.subList(1, reports.size())) {
      report
          .unknown()
          .ifPresent(t -> lines.add(report.file() + " has categories that training lacks: " + t));
    }
    return lines;
  }

  private void add(List<String> lines, String line, Predicate<ColumnProfile> which) {
    List<String> names =
        profiles.keySet().stream().filter(name -> which.test(profiles.get(name))).toList();
    if (!names.isEmpty()) {
      lines.add(line.formatted(shortened(names)));
    }
  }

  private void identifiers(List<String> lines) {
    List<String> texts = new ArrayList<>();
    List<String> counts = new ArrayList<>();
    uses.forEach(
        (name, use) -> {
          ColumnProfile profile = Objects.requireNonNull(profiles.get(name));
          if (columns.given().containsKey(name) || profile.values() < MIN_ROWS) {
            return;
          }
          if (use == ColumnUse.CATEGORY && profile.different() == profile.values()) {
            texts.add(name);
          }
          if (use == ColumnUse.NUMBER && countsRows(columns.table().header().indexOf(name))) {
            counts.add(name);
          }
        });
    if (!texts.isEmpty()) {
      lines.add("columns with another text in every row: " + shortened(texts) + DROP);
    }
    if (!counts.isEmpty()) {
      lines.add("columns that number the rows: " + shortened(counts) + DROP);
    }
  }

  /** Whether the values of a column are consecutive whole numbers, each once, in any order. */
  private boolean countsRows(int column) {
    CellFormat cells = encoding.format().cells();
    double[] numbers =
        columns.table().rows().stream()
            .mapToDouble(row -> cells.number(row.cells().get(column)))
            .toArray();
    double least = Double.POSITIVE_INFINITY;
    for (double number : numbers) {
      least = Math.min(least, number);
    }
    if (least != Math.rint(least)) {
      return false;
    }
    BitSet seen = new BitSet(numbers.length);
    for (double number : numbers) {
      double place = number - least;
      if (!(place >= 0 && place < numbers.length && place == Math.rint(place))) {
        return false;
      }
      seen.set((int) place);
    }
    return seen.cardinality() == numbers.length;
  }

  private void mixed(List<String> lines) {
    uses.forEach(
        (name, use) -> {
          ColumnProfile profile = Objects.requireNonNull(profiles.get(name));
          if (use == ColumnUse.CATEGORY
              && !columns.given().containsKey(name)
              && profile.numbers() > 0) {
            lines.add(
                "column %s is read as categories, though %s of its %s values are numbers"
                    .formatted(CellText.quoted(name), profile.numbers(), profile.values()));
          }
        });
  }

  /** Categories that differ in the case of letters or in spaces alone. */
  private void alike(List<String> lines) {
    for (TableEncoding.Column column : encoding.columns()) {
      if (column.encoder() instanceof CategoricalEncoder encoder) {
        Map<String, String> first = new HashMap<>();
        for (String category : encoder.categories()) {
          String folded =
              category.toLowerCase(Locale.ROOT).replaceAll("[\\s\\u00A0\\u2007\\u202F]+", " ");
          String before = first.putIfAbsent(folded, category);
          if (before != null) {
            lines.add(
                "column %s has categories that hardly differ: %s and %s"
                    .formatted(
                        CellText.quoted(column.name()),
                        CellText.quoted(before),
                        CellText.quoted(category)));
          }
        }
      }
    }
  }

  private static String shortened(List<String> names) {
    return names.stream().limit(SHOWN).map(CellText::listed).collect(Collectors.joining(", "))
        + (names.size() > SHOWN ? " and %s more".formatted(names.size() - SHOWN) : "");
  }
}
