package io.github.sid4j.internal.data;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.ColumnProfile;
import io.github.sid4j.internal.data.table.ColumnUse;
import io.github.sid4j.internal.data.table.DecimalFinder;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes data sets of tables. */
public final class CsvLoader {
  private static final int SHOWN_NAMES = 8;

  private final DatasetRequest request;
  private final CsvOptions options;

  private CsvLoader(DatasetRequest request, CsvOptions options) {
    this.request = request;
    this.options = options.dropping(request.parts().columns());
  }

  public static Dataset load(DatasetRequest request) throws IOException {
    return load(request, TableSources.ofCsv(request));
  }

  /**
   * Makes a data set of tables.
   *
   * @param request whose options of tables count less than those of the tables themselves
   * @param tables of the parts
   * @throws InputException if a table does not fit the request
   * @throws IOException if a table cannot be read
   */
  public static SplitDataset load(DatasetRequest request, TableSources tables) throws IOException {
    return new CsvLoader(request, tables.options()).load(tables);
  }

  private SplitDataset load(TableSources tables) throws IOException {
    CsvTable table = tables.training().read();
    RowArrangement.check(table, TableColumns.label(table, options), request.parts());
    TableColumns columns = TableColumns.of(table, options);
    TableFormat format = format(table, columns);
    TablePart test = other(tables.test(), columns, format);
    TablePart validation = other(tables.validation(), columns, format);
    TablePart all = new TablePart(table, format.cells());
    List<TablePart> parts = Stream.of(all, test, validation).filter(Objects::nonNull).toList();
    ClassLabels classes = ClassLabels.of(table, columns.label(), format.cells());
    int[] labels =
        parts.stream()
            .flatMapToInt(
                part -> IntStream.of(classes.labels(part.table(), columns.label(), part.cells())))
            .toArray();
    RowArrangement rows = RowArrangement.of(parts, request.parts());
    RawTable raw = new RawTable(parts, columns.label(), labels, format, Map.of(), options.rules());
    SplitDataset split =
        SplitDataset.parted(
                request.name(),
                classes.names(),
                rows.on(raw),
                new PartSizes(table.rows().size(), size(test), size(validation)),
                request.parts())
            .withNotes(tables.notes().get())
            .explained(List.of(tables.origin()))
            .explained(rows.facts());
    return explained(split, raw, rows, columns, parts, format);
  }

  private static @Nullable Integer size(@Nullable TablePart part) {
    return part == null ? null : part.table().rows().size();
  }

  private SplitDataset explained(
      SplitDataset split,
      RawTable raw,
      RowArrangement rows,
      TableColumns columns,
      List<TablePart> parts,
      TableFormat format) {
    int[] training = split.training();
    Map<String, ColumnProfile> profiles = columns.profiles(training, format.cells());
    Map<String, ColumnUse> uses = columns.uses(profiles);
    if (MultimodalTable.hasSome(uses)) {
      // A table of empty columns is no input.
      uses.replaceAll((name, use) -> isEmpty(profiles.get(name)) ? ColumnUse.DROP : use);
    }
    RawTable typed = raw.using(uses);
    TableEncoding encoding = typed.encoding(training, training);
    List<CellReport> reports = new ArrayList<>();
    for (TablePart part : parts) {
      reports.add(CellReport.of(part, encoding));
      reports.get(reports.size() - 1).check(part.cells(), format.badCells(), true);
    }
    TableFacts facts = new TableFacts(columns, options, encoding, parts, reports);
    TableWarnings warnings = new TableWarnings(columns, uses, profiles, encoding, reports);
    SplitDataset table = split.explained(facts.all()).withNotes(warnings.all());
    if (!MultimodalTable.hasSome(uses)) {
      return table.holding(rows.on(typed));
    }
    MultimodalTable inputs = new MultimodalTable(typed, parts, columns, uses, format, request);
    return table
        .holding(rows.on(inputs.make()))
        .explained(inputs.facts())
        .withNotes(inputs.notes());
  }

  private static boolean isEmpty(@Nullable ColumnProfile profile) {
    return profile != null && profile.values() == 0;
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
  private @Nullable TablePart other(
      TableSources.@Nullable Table source, TableColumns columns, TableFormat format)
      throws IOException {
    if (source == null) {
      return null;
    }
    CsvTable table = source.read();
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
