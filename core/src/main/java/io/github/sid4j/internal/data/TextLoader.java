package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.data.Dataset;
import io.github.sid4j.data.SampleId;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CellText;
import io.github.sid4j.internal.data.format.CsvTable;
import io.github.sid4j.internal.data.table.CellFormat;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads texts from the columns of tables. */
public final class TextLoader {
  private final DatasetRequest request;
  private final TableSources tables;

  private TextLoader(DatasetRequest request) throws IOException {
    this.request = request;
    this.tables = TableSources.of(request);
  }

  /**
   * Loads the data set of a request.
   *
   * @param request for {@code text}
   * @return the data set
   * @throws InputException if a file is not valid, or has no column of text
   * @throws IOException if a file cannot be read
   */
  public static Dataset load(DatasetRequest request) throws IOException {
    return new TextLoader(request).load();
  }

  /**
   * Whether what could be a table is plainly text.
   *
   * @param request with the place of a file, or of a folder with the files of the parts
   * @return true if all columns beside the label hold texts; false also for what cannot be read
   */
  public static boolean isText(DatasetRequest request) throws IOException {
    if (!request.csv().uses().isEmpty()) {
      return false;
    }
    try {
      TableSources tables = TableSources.of(request);
      CsvTable table = tables.training().read();
      int label = table.header().indexOf(tables.options().labelColumn());
      for (int column = 0; column < table.header().size(); column++) {
        if (column != label
            && !request.parts().columns().contains(table.header().get(column))
            && !TextColumns.isText(table, column)) {
          return false;
        }
      }
      return label >= 0 && table.header().size() > 1;
    } catch (InputException e) {
      return false; // Who reads it as a table says what is wrong with it.
    }
  }

  private Dataset load() throws IOException {
    CsvOptions csv = tables.options();
    CsvTable training = tables.training().read();
    int label = TextColumns.place(training, csv.labelColumn());
    RowArrangement.check(training, label, request.parts());
    List<String> columns =
        TextColumns.columns(training, label, request.text().columns(), request.parts().columns());
    CsvTable test = part(tables.test());
    CsvTable validation = part(tables.validation());
    List<CsvTable> parts = Stream.of(training, test, validation).filter(Objects::nonNull).toList();
    CellFormat cells =
        new CellFormat(
            DecimalSign.POINT,
            Objects.requireNonNullElse(csv.choices().missingValues(), CellFormat.DEFAULT_MARKS));
    ClassLabels classes = ClassLabels.of(training, label, cells);
    RawTexts.Layout layout =
        new RawTexts.Layout(
            training.where(), csv.labelColumn(), columns, csv.header() ? null : training.header());
    RawTexts raw = raw(parts, classes, cells, layout);
    RowArrangement rows =
        RowArrangement.of(
            parts.stream().map(part -> new TablePart(part, cells)).toList(), request.parts());
    SplitDataset split =
        SplitDataset.parted(
            request.name(),
            classes.names(),
            rows.on(raw),
            new PartSizes(training.rows().size(), size(test), size(validation)),
            request.parts());
    return split
        .withNotes(tables.notes().get())
        .explained(facts(columns, raw, rows, split.training()));
  }

  private static @Nullable CsvTable part(TableSources.@Nullable Table part) throws IOException {
    return part == null ? null : part.read();
  }

  private static @Nullable Integer size(@Nullable CsvTable part) {
    return part == null ? null : part.rows().size();
  }

  private RawTexts raw(
      List<CsvTable> parts, ClassLabels classes, CellFormat cells, RawTexts.Layout layout) {
    List<String> texts = new ArrayList<>();
    List<SampleId> ids = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (CsvTable part : parts) {
      int label = TextColumns.place(part, layout.label());
      List<Integer> places =
          layout.columns().stream().map(name -> TextColumns.place(part, name)).toList();
      Path file = Path.of(part.where()).getFileName();
      part.rows().forEach(row -> texts.add(TextColumns.text(row, places)));
      part.rows()
          .forEach(
              row ->
                  ids.add(new SampleId(file + ":" + row.line(), RowFingerprint.of(row.cells()))));
      Arrays.stream(classes.labels(part, label, cells)).forEach(labels::add);
    }
    return new RawTexts(texts, ids, labels, layout, request.text());
  }

  private List<DataFact> facts(
      List<String> columns, RawTexts raw, RowArrangement rows, int[] training) {
    List<DataFact> facts = new ArrayList<>();
    facts.add(tables.origin());
    facts.addAll(rows.facts());
    facts.add(
        new DataFact(
            "text",
            "column " + String.join(", then ", columns.stream().map(CellText::quoted).toList())));
    if (request.text().hasTokenizer()) {
      facts.add(lengths(raw, training));
    }
    return facts;
  }

  private static DataFact lengths(RawTexts raw, int[] training) {
    TextEncoding encoding = raw.encoding(training, training);
    int[] lengths =
        Arrays.stream(training).map(i -> encoding.length(raw.texts().get(i))).sorted().toArray();
    long cut = Arrays.stream(lengths).filter(length -> length > encoding.maxTokens()).count();
    String read =
        "%s of %s training texts are longer than max-tokens %s, what is behind is not read"
            .formatted(cut, lengths.length, encoding.maxTokens());
    long none = Arrays.stream(lengths).filter(length -> length == 0).count();
    return new DataFact(
        "tokens",
        "%s to %s in a text of the training part, half of the texts have at most %s%s%s"
            .formatted(
                lengths[0],
                lengths[lengths.length - 1],
                lengths[lengths.length / 2],
                cut == 0 ? "" : "; " + read,
                none == 0 ? "" : "; %s have none".formatted(none)));
  }
}
