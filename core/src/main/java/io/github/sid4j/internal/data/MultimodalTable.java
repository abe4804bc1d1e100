package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.ColumnUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes the inputs of a table: its columns of numbers and categories together, then each column of
 * text, then each of images. This is the order in which a cascade reads them.
 */
final class MultimodalTable {
  private static final int SHOWN = 5;

  private final RawTable table;
  private final List<TablePart> parts;
  private final TableColumns columns;
  private final Map<String, ColumnUse> uses;
  private final TableFormat format;
  private final DatasetRequest request;
  private final List<RawMultimodal.Input> inputs = new ArrayList<>();
  private final List<DataFact> facts = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Prepares to make them.
   *
   * @param table with the columns of numbers and categories
   * @param parts of the data, in its order
   * @param uses of all columns that are read
   * @param request for rules of images and texts
   */
  MultimodalTable(
      RawTable table,
      List<TablePart> parts,
      TableColumns columns,
      Map<String, ColumnUse> uses,
      TableFormat format,
      DatasetRequest request) {
    this.table = table;
    this.parts = parts;
    this.columns = columns;
    this.uses = uses;
    this.format = format;
    this.request = request;
  }

  /** Whether there are columns that are inputs of their own. */
  static boolean hasSome(Map<String, ColumnUse> uses) {
    return uses.containsValue(ColumnUse.TEXT) || uses.containsValue(ColumnUse.IMAGE);
  }

  /** Reads the images, and puts all inputs together. */
  RawMultimodal make() {
    List<String> header = columns.table().header();
    List<SampleId> ids = IntStream.range(0, table.size()).mapToObj(table::id).toList();
    List<Integer> numbers = places(ColumnUse.NUMBER, ColumnUse.CATEGORY);
    if (!numbers.isEmpty()) {
      add(new RawMultimodal.Input(MultimodalEncoding.TABLE, table, table.rowsWith(numbers)));
    }
    for (int column : places(ColumnUse.TEXT)) {
      add(
          new RawMultimodal.Input(
              header.get(column), texts(column, ids), table.rowsWith(List.of(column))));
      facts.add(new DataFact("text", CellText.listed(header.get(column)) + present()));
    }
    int[] labels = IntStream.range(0, table.size()).map(table::label).toArray();
    for (int column : places(ColumnUse.IMAGE)) {
      ImageColumn images =
          ImageColumn.read(parts, column, labels, request.imageRules(), request.imageSize());
      add(new RawMultimodal.Input(images.name(), images.raw(), images.places()));
      facts.add(new DataFact("image", CellText.listed(images.name()) + present()));
      refused(images);
    }
    return new RawMultimodal(
        table, inputs, ids, header.get(columns.label()), format, request.text());
  }

  /** What was understood, once they are made. */
  List<DataFact> facts() {
    return facts;
  }

  /** What is missing, once they are made. */
  List<String> notes() {
    return notes;
  }

  private void add(RawMultimodal.Input input) {
    inputs.add(input);
  }

  /** Of the last input: in how many rows it is. */
  private String present() {
    int[] places = inputs.get(inputs.size() - 1).places();
    long there = Arrays.stream(places).filter(place -> place >= 0).count();
    return there == places.length ? "" : ", in %s of %s rows".formatted(there, places.length);
  }

  private void refused(ImageColumn images) {
    List<String> lines = images.refusals();
    if (!lines.isEmpty()) {
      notes.add(
          "column %s: %s images cannot be read, their rows have none: %s%s"
              .formatted(
                  CellText.quoted(images.name()),
                  lines.size(),
                  String.join(" | ", lines.subList(0, Math.min(SHOWN, lines.size()))),
                  lines.size() > SHOWN ? " | ..." : ""));
    }
  }

  private List<Integer> places(ColumnUse... wanted) {
    List<String> header = columns.table().header();
    return IntStream.range(0, header.size())
        .filter(c -> Arrays.asList(wanted).contains(uses.get(header.get(c))))
        .boxed()
        .toList();
  }

  private RawTexts texts(int column, List<SampleId> ids) {
    List<String> cells =
        parts.stream()
            .flatMap(part -> part.table().rows().stream())
            .map(row -> row.cells().get(column))
            .toList();
    CsvTable training = columns.table();
    RawTexts.Layout layout =
        new RawTexts.Layout(
            training.where(),
            training.header().get(columns.label()),
            Collections.singletonList(training.header().get(column)),
            format.columnNames());
    List<Integer> labels = IntStream.range(0, table.size()).mapToObj(table::label).toList();
    return new RawTexts(cells, ids, labels, layout, request.text());
  }
}
