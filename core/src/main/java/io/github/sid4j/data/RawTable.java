package io.github.sid4j.data;

import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.data.table.ColumnEncoder;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of text from which the encoding of each column is learned. */
final class RawTable implements RawExamples {
  private final CsvTable table;
  private final int labelColumn;
  private final int[] labels;

  /**
   * Takes a table.
   *
   * @param table with the column of labels
   * @param labelColumn which one that is
   * @param labels for each row its class
   */
  RawTable(CsvTable table, int labelColumn, int[] labels) {
    this.table = table;
    this.labelColumn = labelColumn;
    this.labels = labels;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public String labelSource() {
    return "column \"%s\" of %s".formatted(table.header().get(labelColumn), table.where());
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(labelColumn);
    write(table.header(), out);
    for (CsvTable.Row row : table.rows()) {
      write(row.cells(), out);
    }
  }

  @Override
  public Preparation learn(int[] training) {
    List<Integer> places =
        IntStream.range(0, table.header().size()).filter(c -> c != labelColumn).boxed().toList();
    TableEncoding encoding =
        new TableEncoding(
            table.header().get(labelColumn),
            places.stream()
                .map(c -> new TableEncoding.Column(table.header().get(c), learn(c, training)))
                .toList());
    return prepared(encoding, places);
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    if (!(encoding instanceof TableEncoding known)) {
      throw RawExamples.unlike(encoding, "a table");
    }
    return prepared(known, known.places(table));
  }

  private Preparation prepared(TableEncoding encoding, List<Integer> places) {
    return indices ->
        new EncodedRows(
            Arrays.stream(indices)
                .mapToObj(row -> encoding.encode(table.rows().get(row).cells(), places))
                .toList(),
            Arrays.stream(indices).map(i -> labels[i]).toArray(),
            encoding);
  }

  private ColumnEncoder learn(int column, int[] training) {
    String where = table.where() + " column \"" + table.header().get(column) + "\"";
    return ColumnEncoder.learn(
        where, IntStream.of(training).mapToObj(row -> cell(row, column)).toList());
  }

  private String cell(int row, int column) {
    return table.rows().get(row).cells().get(column);
  }

  private static void write(List<String> cells, DataOutputStream out) throws IOException {
    out.writeInt(cells.size());
    for (String cell : cells) {
      byte[] text = cell.getBytes(StandardCharsets.UTF_8);
      out.writeInt(text.length);
      out.write(text);
    }
  }
}
