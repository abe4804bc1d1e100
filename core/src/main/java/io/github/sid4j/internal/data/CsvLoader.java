package io.github.sid4j.internal.data;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.ColumnProfile;
import io.github.sid4j.internal.data.table.ColumnUse;
import io.github.sid4j.internal.data.table.DecimalFinder;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Loads a CSV file, or those of the parts from a folder. */
public final class CsvLoader {
  private static final int SHOWN_NAMES = 8;

  private final DatasetRequest request;
  private final CsvOptions options;

  private CsvLoader(DatasetRequest request) {
    this.request = request;
    this.options = request.csv();
  }

  public static Dataset load(DatasetRequest request) throws IOException {
    return new CsvLoader(request).load(CsvParts.of(request.requiredDir()));
  }

  private Dataset load(CsvParts files) throws IOException {
    CsvTable table = CsvFile.read(files.training(), options.layout());
    TableColumns columns = TableColumns.of(table, options);
    TableFormat format = format(table, columns);
    TablePart training = new TablePart(table, format.cells());
    TablePart test = other(files.test(), columns, format);
    TablePart validation = other(files.validation(), columns, format);
    List<TablePart> parts = Stream.of(training, test, validation).filter(Objects::nonNull).toList();
    ClassLabels classes = ClassLabels.of(table, columns.label(), format.cells());
    int[] labels =
        parts.stream()
            .flatMapToInt(
                part -> IntStream.of(classes.labels(part.table(), columns.label(), part.cells())))
            .toArray();
    RawTable raw = new RawTable(parts, columns.label(), labels, format, Map.of());
    SplitDataset split =
        SplitDataset.parted(
                request.name(),
                classes.names(),
                raw,
                new PartSizes(table.rows().size(), size(test), size(validation)),
                request.parts())
            .withNotes(files.notes())
            .explained(
                List.of(
                    new PartSources(
                            files.training(), files.validation(), files.test(), request.parts())
                        .fact()));
    return explained(split, raw, columns, parts, format);
  }

  private static Integer size(TablePart part) {
    return part == null ? null : part.table().rows().size();
  }

  private SplitDataset explained(
      SplitDataset split,
      RawTable raw,
      TableColumns columns,
      List<TablePart> parts,
      TableFormat format) {
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
    return split.holding(typed).explained(facts.all()).withNotes(warnings.all());
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

  /** A part with the columns of the training part; null if it has no file. */
  private TablePart other(Path file, TableColumns columns, TableFormat format) throws IOException {
    if (file == null) {
      return null;
    }
    CsvTable table = CsvFile.read(file, options.layout());
    checkHeader(columns.table(), table);
    boolean known = table.delimiter() == format.delimiter();
    DecimalSign decimal =
        options.choices().decimal() == null
            ? DecimalFinder.find(table, columns.maybeNumbers(), format.decimal(), known)
            : format.decimal();
    return new TablePart(table, new CellFormat(decimal, format.missingValues()));
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

  public static String shortened(List<String> names) {
    int shown = Math.min(names.size(), SHOWN_NAMES);
    return String.join(
        ", ",
        Stream.concat(
                names.subList(0, shown).stream().map(CellText::listed),
                shown < names.size() ? Stream.of("...") : Stream.empty())
            .toList());
  }
}
