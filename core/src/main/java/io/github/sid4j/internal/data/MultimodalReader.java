package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads tables for a trained model of samples of several inputs. A column of text or of images may
 * be missing, or all of those of numbers and categories: then all rows lack that input. Images are
 * left to be read when they are needed.
 */
public final class MultimodalReader {
  private final MultimodalEncoding encoding;
  private final TableChoices choices;

  /**
   * A reader.
   *
   * @param encoding of the model
   * @param choices what is given about the files
   */
  public MultimodalReader(MultimodalEncoding encoding, TableChoices choices) {
    this.encoding = encoding;
    this.choices = choices;
  }

  /**
   * Reads a file: CSV, or a table of a {@link ShardFormat}.
   *
   * @param file in UTF-8 if it is CSV
   * @return its rows as the model reads them
   * @throws io.github.sid4j.error.InputException if the file is not valid, lacks some columns of
   *     the table, or has a cell that does not fit its column
   * @throws IOException if it cannot be read
   */
  public MultimodalRows read(Path file) throws IOException {
    return read(TableReader.table(file, encoding.format(), choices));
  }

  /**
   * Reads what a whole file holds. Paths of images count from the working directory.
   *
   * @param content in UTF-8
   * @param where it came from, for messages
   * @return its rows as the model reads them
   * @throws io.github.sid4j.error.InputException as above
   */
  public MultimodalRows read(byte[] content, String where) {
    return read(CsvFile.decode(content, where, encoding.format().layout(choices.delimiter())));
  }

  /**
   * One row that comes from no file. Paths of images count from the working directory.
   *
   * @param cells by the name of the column
   * @return as the model reads it
   * @throws io.github.sid4j.error.InputException as above
   */
  public MultimodalRow row(Map<String, String> cells) {
    CsvTable.Row row = new CsvTable.Row(1, List.copyOf(cells.values()));
    CsvTable table = new CsvTable("row", null, List.copyOf(cells.keySet()), List.of(row));
    return read(table).rows().get(0);
  }

  private MultimodalRows read(CsvTable table) {
    List<String> names = encoding.format().names(table, encoding.label());
    CellFormat cells =
        choices.missingValues() == null
            ? encoding.format().cells()
            : new CellFormat(encoding.format().decimal(), choices.missingValues());
    List<String> notes = new ArrayList<>();
    List<float[]> values = new ArrayList<>();
    List<Map<Integer, Path>> images = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      values.add(absent());
      images.add(new LinkedHashMap<>());
    }
    checkSome(table, names);
    int[] offsets = encoding.offsets();
    for (int f = 0; f < offsets.length; f++) {
      MultimodalEncoding.Input input = encoding.inputs().get(f);
      if (input.encoding() instanceof TableEncoding columns) {
        if (columns.columns().stream().noneMatch(column -> names.contains(column.name()))) {
          notes.add(skipped(table, "none of the columns of numbers and categories", f));
        } else {
          notes.addAll(table(table, columns, cells, offsets[f], values));
        }
        continue;
      }
      int column = names.indexOf(input.name());
      if (column < 0) {
        notes.add(skipped(table, "no column " + CellText.quoted(input.name()), f));
        continue;
      }
      for (int i = 0; i < values.size(); i++) {
        String cell = table.rows().get(i).cells().get(column);
        if (cells.isMissing(cell)) {
          continue;
        }
        if (input.encoding() instanceof TextEncoding texts) {
          values.get(i)[offsets[f]] = 1;
          texts.write(texts.ids(cell), values.get(i), offsets[f] + 1);
        } else {
          images.get(i).put(f, ImageColumn.file(table, cell));
        }
      }
    }
    List<MultimodalRow> rows = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      CsvTable.Row row = table.rows().get(i);
      InputRow read = new InputRow(table.header(), row.cells());
      rows.add(new MultimodalRow(row.line(), values.get(i), images.get(i), encoding, read));
    }
    return new MultimodalRows(rows, notes);
  }

  /** A table that has nothing for any module is another one. */
  private void checkSome(CsvTable table, List<String> names) {
    List<String> read =
        encoding.inputs().stream()
            .flatMap(
                input ->
                    input.encoding() instanceof TableEncoding columns
                        ? columns.columns().stream().map(TableEncoding.Column::name)
                        : Stream.of(input.name()))
            .toList();
    if (read.stream().noneMatch(names::contains)) {
      throw new InputException(
          table.where() + " header",
          "at least one of the columns " + CsvLoader.shortened(read),
          CsvLoader.shortened(names),
          "give rows with columns of the training file");
    }
  }

  private float[] absent() {
    float[] values = new float[encoding.shape()[0]];
    int[] offsets = encoding.offsets();
    for (int f = 0; f < offsets.length; f++) {
      encoding.inputs().get(f).writeAbsent(values, offsets[f] + 1);
    }
    return values;
  }

  private static String skipped(CsvTable table, String what, int input) {
    return "%s: %s; module %s, which reads it, is skipped"
        .formatted(table.where(), what, input + 1);
  }

  /** Writes the numbers of a table, and gives what is to be known of it. */
  private List<String> table(
      CsvTable table, TableEncoding columns, CellFormat cells, int offset, List<float[]> values) {
    TableRows read = new TableReader(columns, choices).read(table);
    List<Integer> places = columns.places(table);
    for (int i = 0; i < values.size(); i++) {
      List<String> row = table.rows().get(i).cells();
      if (places.stream().anyMatch(place -> !cells.isMissing(row.get(place)))) {
        float[] numbers = read.rows().get(i).values();
        values.get(i)[offset] = 1;
        System.arraycopy(numbers, 0, values.get(i), offset + 1, numbers.length);
      }
    }
    return read.notes();
  }
}
