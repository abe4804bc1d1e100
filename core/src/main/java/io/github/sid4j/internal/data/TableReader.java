package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.DecimalFinder;
import io.github.sid4j.internal.data.table.DecimalSign;
import io.github.sid4j.internal.data.table.NumberEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Reads CSV files for a trained model: by the columns, marks and rules of its training. Delimiter
 * and decimal sign of a file may differ from the training file's if they can be recognized.
 */
public final class TableReader {
  private final TableEncoding encoding;
  private final TableChoices choices;

  /**
   * A reader.
   *
   * @param encoding of the model
   * @param choices what is given about the files
   */
  public TableReader(TableEncoding encoding, TableChoices choices) {
    this.encoding = encoding;
    this.choices = choices;
  }

  /**
   * Reads a file: CSV, or a table of a {@link ShardFormat}.
   *
   * @param file in UTF-8 if it is CSV
   * @return its rows as the model reads them
   * @throws InputException if the file is not valid, lacks a column, or has a cell that does not
   *     fit its column
   * @throws IOException if it cannot be read
   */
  public TableRows read(Path file) throws IOException {
    return read(table(file, encoding.format(), choices));
  }

  /** The table in a file of any kind. */
  static CsvTable table(Path file, TableFormat trained, TableChoices choices) throws IOException {
    String format = ShardFormat.of(file).orElse("");
    return format.isEmpty()
        ? CsvFile.decode(
            Files.readAllBytes(file), file.toString(), trained.layout(choices.delimiter()))
        : DatasetProviders.of(format).table(file);
  }

  /**
   * Reads what a whole file holds.
   *
   * @param content in UTF-8
   * @param where it came from, for messages
   * @return its rows as the model reads them
   * @throws InputException as above
   */
  public TableRows read(byte[] content, String where) {
    return read(CsvFile.decode(content, where, encoding.format().layout(choices.delimiter())));
  }

  TableRows read(CsvTable table) {
    TableFormat trained = encoding.format();
    List<Integer> places = encoding.places(table);
    CellFormat written =
        new CellFormat(
            decimal(table, places),
            choices.missingValues() == null ? trained.missingValues() : choices.missingValues());
    CellReport report = new CellReport(table, encoding);
    List<TableRows.Row> rows =
        table.rows().stream()
            .map(
                row ->
                    new TableRows.Row(
                        row.line(),
                        encoding.encode(row.cells(), places, written, report.row(row)),
                        new InputRow(table.header(), row.cells())))
            .toList();
    BadCells policy = choices.badCells() == null ? trained.badCells() : choices.badCells();
    report.check(written, policy, false);
    return new TableRows(rows, notes(table, written, report));
  }

  private DecimalSign decimal(CsvTable table, List<Integer> places) {
    if (choices.decimal() != null) {
      return choices.decimal();
    }
    List<Integer> numbers =
        IntStream.range(0, places.size())
            .filter(c -> encoding.columns().get(c).encoder() instanceof NumberEncoder)
            .mapToObj(places::get)
            .toList();
    TableFormat trained = encoding.format();
    boolean known = trained.delimiter() == null || trained.delimiter() == table.delimiter();
    return DecimalFinder.find(table, numbers, trained.decimal(), known);
  }

  private List<String> notes(CsvTable table, CellFormat written, CellReport report) {
    List<String> notes = new ArrayList<>();
    TableFormat trained = encoding.format();
    boolean otherDelimiter =
        trained.delimiter() != null
            && table.delimiter() != null
            && trained.delimiter() != table.delimiter();
    if (otherDelimiter || trained.decimal() != written.decimal()) {
      notes.add(
          "%s: read with delimiter %s and decimal %s; the training file has %s and %s"
              .formatted(
                  table.where(),
                  table.delimiter() == null ? "none" : table.delimiter().word(),
                  written.decimal().word(),
                  trained.delimiter() == null ? "its own" : trained.delimiter().word(),
                  trained.decimal().word()));
    }
    report.missing().ifPresent(text -> notes.add(table.where() + ": missing values: " + text));
    report
        .bad()
        .ifPresent(text -> notes.add(table.where() + ": no numbers, taken as missing: " + text));
    report
        .unknown()
        .ifPresent(
            text -> notes.add(table.where() + ": categories unknown from training: " + text));
    return notes;
  }
}
