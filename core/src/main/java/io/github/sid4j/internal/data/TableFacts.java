package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.ColumnUse;
import io.github.sid4j.internal.data.table.NumberEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the start of a run shows of its CSV files and of how each column is read. */
final class TableFacts {
  private static final int SHOWN_COLUMNS = 40;
  private static final int SHOWN_CATEGORIES = 6;

  private final TableColumns columns;
  private final CsvOptions options;
  private final TableEncoding encoding;
  private final List<TablePart> parts;
  private final List<CellReport> reports;

  /**
   * Collects what is to be shown.
   *
   * @param reports of the parts, in their order
   */
  TableFacts(
      TableColumns columns,
      CsvOptions options,
      TableEncoding encoding,
      List<TablePart> parts,
      List<CellReport> reports) {
    this.columns = columns;
    this.options = options;
    this.encoding = encoding;
    this.parts = parts;
    this.reports = reports;
  }

  List<DataFact> all() {
    List<DataFact> facts = new ArrayList<>();
    for (TablePart part : parts) {
      facts.add(new DataFact("table", format(part)));
    }
    facts.add(new DataFact("label", columns.table().header().get(columns.label())));
    columns(NumberEncoder.class, "numbers").ifPresent(facts::add);
    columns(CategoricalEncoder.class, "category").ifPresent(facts::add);
    dropped().ifPresent(facts::add);
    facts.add(
        new DataFact(
            "missing",
            Stream.concat(Stream.of("empty cells"), encoding.format().missingValues().stream())
                .collect(Collectors.joining(", "))));
    for (int i = 0; i < parts.size(); i++) {
      String file = name(parts.get(i));
      reports.get(i).missing().ifPresent(t -> facts.add(new DataFact("", file + ": " + t)));
      reports
          .get(i)
          .bad()
          .ifPresent(t -> facts.add(new DataFact("bad cells", file + ": taken as missing: " + t)));
    }
    return facts;
  }

  private String format(TablePart part) {
    TableChoices choices = options.choices();
    if (part.table().delimiter() == null) {
      return name(part);
    }
    return "%s: delimiter %s (%s), decimal %s (%s), %s"
        .formatted(
            name(part),
            part.table().delimiter().word(),
            choices.delimiter() == null ? "recognized" : "given",
            part.cells().decimal().word(),
            choices.decimal() == null ? "recognized" : "given",
            options.header() ? "names in the first line" : "no names in the first line");
  }

  private static String name(TablePart part) {
    Path file = Path.of(part.table().where()).getFileName();
    return file == null ? part.table().where() : file.toString();
  }

  private Optional<DataFact> columns(Class<?> encoder, String subject) {
    List<String> shown =
        encoding.columns().stream()
            .filter(column -> encoder.isInstance(column.encoder()))
            .map(this::shown)
            .toList();
    return shown.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataFact(subject, shown.size() + ": " + shortened(shown)));
  }

  private String shown(TableEncoding.Column column) {
    String name =
        CellText.listed(column.name())
            + (columns.given().containsKey(column.name()) ? " (given)" : "");
    return column.encoder() instanceof CategoricalEncoder categories
        ? name + " " + categories(categories.categories())
        : name;
  }

  private static String categories(List<String> categories) {
    return categories.stream()
        .limit(SHOWN_CATEGORIES)
        .map(category -> category.isEmpty() ? "missing" : CellText.quoted(category))
        .collect(
            Collectors.joining(
                ", ",
                "[" + categories.size() + ": ",
                categories.size() > SHOWN_CATEGORIES ? ", ...]" : "]"));
  }

  private Optional<DataFact> dropped() {
    List<String> names =
        columns.table().header().stream()
            .filter(name -> columns.given().get(name) == ColumnUse.DROP)
            .map(CellText::listed)
            .toList();
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(new DataFact("dropped", shortened(names)));
  }

  /** A table may have thousands of columns, and model.json has them all. */
  private static String shortened(List<String> texts) {
    return texts.stream().limit(SHOWN_COLUMNS).collect(Collectors.joining(", "))
        + (texts.size() > SHOWN_COLUMNS
            ? " and %s more, listed in model.json".formatted(texts.size() - SHOWN_COLUMNS)
            : "");
  }
}
