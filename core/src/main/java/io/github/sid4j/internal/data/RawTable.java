package io.github.sid4j.internal.data;

import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.CategoricalEncoder;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.CellKind;
import io.github.sid4j.internal.data.table.ColumnEncoder;
import io.github.sid4j.internal.data.table.ColumnRules;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rows of text from which the encoding of each column is learned. */
final class RawTable implements RawExamples {
  private final List<TablePart> parts;
  private final int labelColumn;
  private final int[] labels;
  private final TableFormat format;
  private final Map<String, ColumnUse> uses;
  private final ColumnRules rules;

  /**
   * Takes tables.
   *
   * @param parts the training file, then those of the test and the validation part, if there are
   *     any, with the same columns
   * @param labelColumn which column holds the class
   * @param labels for each row of all parts its class
   * @param format how the training file is written
   * @param uses what the columns are for; those that are not named are not read
   * @param rules how columns become numbers
   */
  RawTable(
      List<TablePart> parts,
      int labelColumn,
      int[] labels,
      TableFormat format,
      Map<String, ColumnUse> uses,
      ColumnRules rules) {
    this.parts = parts;
    this.labelColumn = labelColumn;
    this.labels = labels;
    this.format = format;
    this.uses = uses;
    this.rules = rules;
  }

  RawTable using(Map<String, ColumnUse> decided) {
    return new RawTable(parts, labelColumn, labels, format, decided, rules);
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
    return "column %s of %s"
        .formatted(CellText.quoted(header().get(labelColumn)), parts.get(0).table().where());
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(labelColumn);
    write(header(), out);
    for (TablePart part : parts) {
      for (CsvTable.Row row : part.table().rows()) {
        write(row.cells(), out);
      }
    }
  }

  @Override
  public Preparation learn(int[] kept, int[] training) {
    return prepared(encoding(kept, training));
  }

  TableEncoding encoding(int[] kept, int[] training) {
    List<TableEncoding.Column> columns =
        IntStream.range(0, header().size())
            .filter(c -> c != labelColumn && use(c).isOfTable())
            .mapToObj(c -> new TableEncoding.Column(header().get(c), learn(c, kept, training)))
            .toList();
    return new TableEncoding(header().get(labelColumn), columns, format);
  }

  /** Columns are as in the model, cells are written as they are here. */
  @Override
  public Preparation by(InputEncoding encoding) {
    if (!(encoding instanceof TableEncoding known)) {
      throw RawExamples.unlike(encoding, "a table");
    }
    TableFormat here =
        new TableFormat(
            format.delimiter(),
            format.decimal(),
            format.missingValues(),
            format.badCells(),
            known.format().columnNames());
    return prepared(new TableEncoding(known.label(), known.columns(), here));
  }

  /** By row its own place, or -1 where all of some columns are missing. */
  int[] rowsWith(List<Integer> some) {
    return IntStream.range(0, size())
        .map(
            i -> {
              List<String> cells = row(i).cells();
              return some.stream().anyMatch(c -> !part(i).cells().isMissing(cells.get(c))) ? i : -1;
            })
        .toArray();
  }

  private Preparation prepared(TableEncoding encoding) {
    List<Integer> places = encoding.places(parts.get(0).table());
    return indices ->
        new EncodedRows(
            Arrays.stream(indices).mapToObj(row -> encoded(row, encoding, places)).toList(),
            Arrays.stream(indices).map(i -> labels[i]).toArray(),
            encoding,
            i -> id(indices[i]),
            i -> Optional.of(excerpt(row(indices[i]).cells(), encoding, places)));
  }

  private static String excerpt(List<String> cells, TableEncoding encoding, List<Integer> places) {
    return Excerpt.of(
        encoding.columns().stream().map(TableEncoding.Column::name).toList(),
        places.stream().map(cells::get).toList());
  }

  /** The file and the line on which a row ends, as editors show them. */
  SampleId id(int index) {
    CsvTable.Row row = row(index);
    Path file = Path.of(part(index).table().where()).getFileName();
    return new SampleId(file + ":" + row.line(), RowFingerprint.of(row.cells()));
  }

  private float[] encoded(int index, TableEncoding encoding, List<Integer> places) {
    TablePart part = part(index);
    CsvTable.Row row = row(index);
    return encoding.encode(
        row.cells(),
        places,
        part.cells(),
        (column, kind, cell) -> {
          if (kind == CellKind.BAD && format.badCells() == BadCells.ERROR) {
            String name = encoding.columns().get(column).name();
            throw new BadCell(part.table(), row.line(), name, cell).refusal(part.cells(), 0, false);
          }
        });
  }

  private ColumnEncoder learn(int column, int[] kept, int[] training) {
    CellFormat cells = parts.get(0).cells();
    return use(column) == ColumnUse.NUMBER
        ? rules.numbers().learn(cells(column, kept), cells(column, training), cells, rules.pieces())
        : CategoricalEncoder.learn(cells(column, training), cells, rules.rare());
  }

  private List<String> cells(int column, int[] rows) {
    return IntStream.of(rows).mapToObj(row -> row(row).cells().get(column)).toList();
  }

  private ColumnUse use(int column) {
    return uses.getOrDefault(header().get(column), ColumnUse.DROP);
  }

  private List<String> header() {
    return parts.get(0).table().header();
  }

  private CsvTable.Row row(int index) {
    int before = 0;
    for (TablePart part : parts) {
      int rows = part.table().rows().size();
      if (index < before + rows) {
        return part.table().rows().get(index - before);
      }
      before += rows;
    }
    throw new IndexOutOfBoundsException(index);
  }

  private TablePart part(int index) {
    int end = 0;
    for (TablePart part : parts) {
      end += part.table().rows().size();
      if (index < end) {
        return part;
      }
    }
    throw new IndexOutOfBoundsException(index);
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
