package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvLayout;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.format.TextFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files with texts for a trained model. */
public final class TextReader {
  private final TextEncoding encoding;
  private final @Nullable CsvDelimiter delimiter;

  /**
   * A reader.
   *
   * @param encoding of the model
   * @param delimiter of CSV files; null if it is to be recognized
   */
  public TextReader(TextEncoding encoding, @Nullable CsvDelimiter delimiter) {
    this.encoding = encoding;
    this.delimiter = delimiter;
  }

  /**
   * A text and where it stands.
   *
   * @param number the line of the file on which it ends, counted from 1
   * @param text as it stands there; columns are joined
   * @param row that it is of; null in files that are no tables
   */
  public record Line(long number, String text, @Nullable InputRow row) {}

  /**
   * Whether a content is plainly a CSV file with the columns of the training, by its header.
   *
   * @param content in whatever form
   */
  public boolean isTable(byte[] content) {
    if (encoding.columnNames() != null) {
      return false;
    }
    try {
      CsvTable table = CsvFile.decode(content, "", new CsvLayout(delimiter, true, List.of()));
      return table.header().containsAll(encoding.columns());
    } catch (InputException e) {
      return false;
    }
  }

  /**
   * The texts in the columns of a CSV file.
   *
   * @param content in UTF-8
   * @param where it came from, for messages
   * @return a text for each row
   * @throws InputException if it is not valid, or lacks a column of the training
   */
  public List<Line> table(byte[] content, String where) {
    boolean header = encoding.columnNames() == null;
    return table(CsvFile.decode(content, where, new CsvLayout(delimiter, header, List.of())));
  }

  /**
   * The texts in the columns of a table that is no CSV.
   *
   * @param file of a {@link ShardFormat}
   * @return a text for each row
   * @throws InputException if it is not valid, or lacks a column of the training
   * @throws IOException if it cannot be read
   */
  public List<Line> table(Path file) throws IOException {
    return table(DatasetProviders.of(ShardFormat.of(file).orElseThrow()).table(file));
  }

  private List<Line> table(CsvTable table) {
    List<String> names = CountedColumns.names(table, encoding.columnNames(), encoding.label());
    boolean counted = encoding.columnNames() != null;
    List<Integer> places =
        encoding.columns().stream()
            .map(name -> counted ? names.indexOf(name) : TextColumns.place(table, name))
            .toList();
    return table.rows().stream()
        .map(
            row ->
                new Line(
                    row.line(),
                    TextColumns.text(row, places),
                    new InputRow(table.header(), row.cells())))
        .toList();
  }

  /**
   * The lines of a file.
   *
   * @param content in UTF-8
   * @param where it came from, for messages
   * @return a text for each line that is not blank
   * @throws InputException if it is not valid
   */
  public List<Line> lines(byte[] content, String where) {
    List<String> all = TextFile.decode(content, where).lines().toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!all.get(i).isBlank()) {
        lines.add(new Line(i + 1L, all.get(i), null));
      }
    }
    return lines;
  }
}
