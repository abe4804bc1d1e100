package io.github.sid4j.data;

import io.github.sid4j.data.format.CellText;
import io.github.sid4j.data.format.CsvDelimiter;
import io.github.sid4j.data.format.CsvFile;
import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.data.table.BadCells;
import io.github.sid4j.data.table.CellFormat;
import io.github.sid4j.data.table.ColumnProfile;
import io.github.sid4j.data.table.ColumnUse;
import io.github.sid4j.data.table.DecimalFinder;
import io.github.sid4j.data.table.DecimalSign;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Loads a CSV file, or train.csv and perhaps test.csv from a folder. */
final class CsvLoader {
  private static final int SHOWN_NAMES = 8;

  private final DatasetRequest request;
  private final CsvOptions options;

  private CsvLoader(DatasetRequest request) {
    this.request = request;
    this.options = request.csv();
  }

  static Dataset load(DatasetRequest request) throws IOException {
    return new CsvLoader(request).load(CsvFolder.of(request.requiredDir()));
  }

  private Dataset load(CsvFolder folder) throws IOException {
    CsvTable table = CsvFile.read(folder.train(), options.layout());
    TableColumns columns = TableColumns.of(table, options);
    TableFormat format = format(table, columns);
    List<TablePart> parts = new ArrayList<>(List.of(new TablePart(table, format.cells())));
    if (folder.test() != null) {
      parts.add(test(CsvFile.read(folder.test(), options.layout()), columns, format));
    }
    ClassLabels classes = ClassLabels.of(table, columns.label(), format.cells());
    int[] labels =
        parts.stream()
            .flatMapToInt(
                part -> IntStream.of(classes.labels(part.table(), columns.label(), part.cells())))
            .toArray();
    RawTable raw = new RawTable(parts, columns.label(), labels, format, Map.of());
    SplitDataset split =
        parts.size() == 1
            ? SplitDataset.undivided(request.name(), classes.names(), raw, request.testFraction())
            : SplitDataset.divided(request.name(), classes.names(), raw, table.rows().size());
    return explained(split, raw, columns, parts, format, folder.others());
  }

  private SplitDataset explained(
      SplitDataset split,
      RawTable raw,
      TableColumns columns,
      List<TablePart> parts,
      TableFormat format,
      List<String> notRead) {
    int[] training = split.training();
    Map<String, ColumnProfile> profiles = columns.profiles(training, format.cells());
    Map<String, ColumnUse> uses = columns.uses(profiles);
    RawTable typed = raw.using(uses);
    TableEncoding encoding = typed.encoding(training, training);
    List<CellReport> reports = new ArrayList<>();
    for (TablePart part : parts) {
      reports.add(CellReport.of(part, encoding));
      reports.get(reports.size() - 1).check(part.cells(), format.badCells(), true);
    }
    TableFacts facts = new TableFacts(columns, options, encoding, parts, reports);
    TableWarnings warnings = new TableWarnings(columns, uses, profiles, encoding, reports);
    return split.holding(typed).explained(facts.all()).noting(warnings.all(notRead));
  }

  private TableFormat format(CsvTable table, TableColumns columns) {
    TableChoices choices = options.choices();
    // Semicolons are usual where decimals have a comma and thousands a point.
    boolean known = table.delimiter() != CsvDelimiter.SEMICOLON;
    DecimalSign decimal =
        choices.decimal() == null
            ? DecimalFinder.find(table, columns.maybeNumbers(), DecimalSign.POINT, known)
            : choices.decimal();
    return new TableFormat(
        table.delimiter(),
        decimal,
        choices.missingValues() == null ? CellFormat.DEFAULT_MARKS : choices.missingValues(),
        choices.badCells() == null ? BadCells.ERROR : choices.badCells(),
        options.header() ? null : table.header());
  }

  private TablePart test(CsvTable test, TableColumns columns, TableFormat format) {
    checkHeader(columns.table(), test);
    boolean known = test.delimiter() == format.delimiter();
    DecimalSign decimal =
        options.choices().decimal() == null
            ? DecimalFinder.find(test, columns.maybeNumbers(), format.decimal(), known)
            : format.decimal();
    return new TablePart(test, new CellFormat(decimal, format.missingValues()));
  }

  private static void checkHeader(CsvTable train, CsvTable test) {
    if (!train.header().equals(test.header())) {
      int differs =
          IntStream.range(0, Math.min(train.header().size(), test.header().size()))
              .filter(i -> !train.header().get(i).equals(test.header().get(i)))
              .findFirst()
              .orElse(Math.min(train.header().size(), test.header().size()));
      throw new InputException(
          test.where() + " header column " + (differs + 1),
          nameAt(train, differs) + " as in " + train.where(),
          nameAt(test, differs),
          "give both files the same columns in the same order");
    }
  }

  private static String nameAt(CsvTable table, int column) {
    return column < table.header().size()
        ? CellText.quoted(table.header().get(column))
        : "no column";
  }

  static String shortened(List<String> names) {
    int shown = Math.min(names.size(), SHOWN_NAMES);
    return String.join(
        ", ",
        Stream.concat(
                names.subList(0, shown).stream().map(CellText::listed),
                shown < names.size() ? Stream.of("...") : Stream.empty())
            .toList());
  }
}
