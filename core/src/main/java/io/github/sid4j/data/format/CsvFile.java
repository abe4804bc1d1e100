package io.github.sid4j.data.format;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads CSV files in UTF-8 with a header line. The delimiter is whichever of comma, semicolon and
 * tab the header has most of; empty lines are passed over.
 */
public final class CsvFile {
  private static final String NO_HEADER = ", or add a header line if the file has none";

  private CsvFile() {}

  /**
   * Reads a whole file.
   *
   * @param file with a header and at least one row
   * @return the table
   * @throws InputException if the file is not valid
   * @throws IOException if it cannot be read
   */
  public static CsvTable read(Path file) throws IOException {
    return parse(TextFile.read(file), file.toString());
  }

  /**
   * Reads what a whole file holds.
   *
   * @param content with a header and at least one row
   * @param where it came from, for messages
   * @return the table
   * @throws InputException if it is not valid
   */
  public static CsvTable decode(byte[] content, String where) {
    return parse(TextFile.decode(content, where), where);
  }

  static CsvTable parse(String text, String where) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreSurroundingSpaces(true)
            .get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return table(parser, where);
    } catch (IOException | UncheckedIOException e) {
      // The text is in memory, so that this is no failure of the disk.
      throw new InputException(
          where + ": expected CSV, found " + e.getMessage() + "; check the quotes", e);
    }
  }

  private static CsvTable table(CSVParser parser, String where) {
    Iterator<CSVRecord> records = parser.iterator();
    if (!records.hasNext()) {
      throw new InputException(
          where, "a header line and rows", "an empty file", "give the right file");
    }
    List<String> header = records.next().toList();
    checkHeader(header, where);
    List<CsvTable.Row> rows = new ArrayList<>();
    while (records.hasNext()) {
      List<String> cells = records.next().toList();
      long line = parser.getCurrentLineNumber();
      if (cells.size() != header.size()) {
        throw new InputException(
            where + " line " + line,
            header.size() + " columns as in the header",
            Integer.toString(cells.size()),
            "correct the line");
      }
      rows.add(new CsvTable.Row(line, cells));
    }
    if (rows.isEmpty()) {
      throw new InputException(where, "rows after the header", "none", "give the right file");
    }
    return new CsvTable(where, header, rows);
  }

  private static void checkHeader(List<String> header, String where) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      String name = header.get(i);
      if (name.isBlank()) {
        throw new InputException(
            where + " header",
            "a name for every column",
            "none for column " + (i + 1),
            "name or remove that column" + NO_HEADER);
      }
      if (!seen.add(name)) {
        throw new InputException(
            where + " header",
            "a different name for every column",
            "\"" + name + "\" twice",
            "rename one" + NO_HEADER);
      }
    }
  }

  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = unquoted(header, candidate);
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static long unquoted(String line, char wanted) {
    boolean quoted = false;
    long count = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      quoted ^= c == '"';
      if (c == wanted && !quoted) {
        count++;
      }
    }
    return count;
  }
}
