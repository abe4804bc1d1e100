package io.github.sid4j.internal.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/** Reads CSV files in UTF-8. Lines that are empty or blank are skipped. */
public final class CsvFile {
  private CsvFile() {}

  /**
   * Reads a whole file with a header line.
   *
   * @param file with at least one row
   * @return the table
   * @throws InputException if the file is not valid
   * @throws IOException if it cannot be read
   */
  public static CsvTable read(Path file) throws IOException {
    return read(file, CsvLayout.STANDARD);
  }

  /**
   * Reads a whole file.
   *
   * @param file with at least one row
   * @param layout what is known of it
   * @return the table
   * @throws InputException if the file is not valid
   * @throws IOException if it cannot be read
   */
  public static CsvTable read(Path file, CsvLayout layout) throws IOException {
    return parse(TextFile.read(file), file.toString(), layout);
  }

  /**
   * Reads what a whole file holds.
   *
   * @param content with at least one row
   * @param where it came from, for messages
   * @param layout what is known of it
   * @return the table
   * @throws InputException if it is not valid
   */
  public static CsvTable decode(byte[] content, String where, CsvLayout layout) {
    return parse(TextFile.decode(content, where), where, layout);
  }

  static CsvTable parse(String text, String where, CsvLayout layout) {
    CsvDelimiter delimiter =
        layout.delimiter() == null ? DelimiterFinder.find(text, where) : layout.delimiter();
    try (CSVParser parser = CSVParser.parse(text, format(delimiter))) {
      return table(parser, where, delimiter, layout);
    } catch (IOException | UncheckedIOException e) {
      // The text is in memory, so that this is no failure of the disk.
      throw CsvQuotes.refusal(where, e);
    }
  }

  /** By this quote mode an empty cell without quotes is null, and differs from a quoted one. */
  static CSVFormat format(CsvDelimiter delimiter) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(delimiter.sign())
        .setIgnoreSurroundingSpaces(true)
        .setQuoteMode(QuoteMode.ALL_NON_NULL)
        .get();
  }

  /** Whether a record is a line of blanks. */
  static boolean isBlank(CSVRecord line) {
    String only = line.size() == 1 ? line.get(0) : "";
    return line.size() == 1
        && (only == null || (!only.isEmpty() && CellText.stripped(only).isEmpty()));
  }

  private static CsvTable table(
      CSVParser parser, String where, CsvDelimiter delimiter, CsvLayout layout) {
    Iterator<CSVRecord> records = parser.iterator();
    @Nullable List<String> header = null;
    List<CsvTable.Row> rows = new ArrayList<>();
    while (records.hasNext()) {
      CSVRecord next = records.next();
      if (isBlank(next)) {
        continue;
      }
      List<String> cells = next.stream().map(cell -> cell == null ? "" : cell).toList();
      long line = parser.getCurrentLineNumber();
      boolean isHeader = header == null && layout.header();
      if (header == null) {
        header = CsvHeader.of(cells, where, layout);
      }
      if (!isHeader) {
        rows.add(row(line, cells, header, where, delimiter));
      }
    }
    if (header == null || rows.isEmpty()) {
      throw new InputException(
          where,
          layout.header() ? "a header line and rows" : "rows",
          header == null ? "an empty file" : "no rows after the header",
          "give the right file");
    }
    return new CsvTable(where, delimiter, header, rows);
  }

  private static CsvTable.Row row(
      long line, List<String> cells, List<String> header, String where, CsvDelimiter delimiter) {
    if (cells.size() != header.size()) {
      throw new InputException(
          where + " line " + line,
          header.size() + " columns as in the header, separated by " + delimiter.word(),
          Integer.toString(cells.size()),
          "correct the line, or set delimiter");
    }
    return new CsvTable.Row(line, cells);
  }
}
