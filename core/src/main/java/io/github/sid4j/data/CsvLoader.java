package io.github.sid4j.data;

import io.github.sid4j.data.format.CsvFile;
import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Loads a CSV file, or those of the parts from a folder. */
final class CsvLoader {
  private CsvLoader() {}

  static Dataset load(DatasetRequest request) throws IOException {
    CsvParts parts = CsvParts.of(request.requiredDir());
    CsvTable train = CsvFile.read(parts.training());
    int column = labelColumn(train, request.labelColumn());
    ClassLabels classes = ClassLabels.of(train, column);
    CsvTable test = likeTraining(parts.test(), train);
    CsvTable validation = likeTraining(parts.validation(), train);
    List<CsvTable> tables = Stream.of(train, test, validation).filter(Objects::nonNull).toList();
    int[] labels =
        tables.stream()
            .flatMapToInt(table -> IntStream.of(classes.labels(table, column)))
            .toArray();
    return SplitDataset.parted(
            request.name(),
            classes.names(),
            new RawTable(joined(tables), column, labels),
            new PartSizes(train.rows().size(), size(test), size(validation)),
            request.testFraction())
        .noting(parts.notes())
        .explained(
            List.of(
                new PartSources(
                        parts.training(), parts.validation(), parts.test(), request.testFraction())
                    .fact()));
  }

  /** A part with the columns of the training part; {@code null} if there is none. */
  private static CsvTable likeTraining(Path file, CsvTable train) throws IOException {
    if (file == null) {
      return null;
    }
    CsvTable table = CsvFile.read(file);
    checkHeader(train, table);
    return table;
  }

  private static Integer size(CsvTable part) {
    return part == null ? null : part.rows().size();
  }

  private static int labelColumn(CsvTable table, String name) {
    int column = table.header().indexOf(name);
    if (column < 0) {
      throw new InputException(
          table.where() + " header",
          "the label column \"" + name + "\"",
          shortened(table.header()),
          "name the label column, or add a header line if the file has none");
    }
    if (table.header().size() < 2) {
      throw new InputException(
          table.where() + " header",
          "columns beside the label",
          "none",
          "separate the columns by comma, semicolon or tab");
    }
    return column;
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
    return column < table.header().size() ? '"' + table.header().get(column) + '"' : "no column";
  }

  private static CsvTable joined(List<CsvTable> tables) {
    CsvTable first = tables.get(0);
    List<CsvTable.Row> rows = tables.stream().flatMap(table -> table.rows().stream()).toList();
    return new CsvTable(first.where(), first.header(), rows);
  }

  static String shortened(List<String> names) {
    int shown = Math.min(names.size(), 8);
    return String.join(
        ", ",
        Stream.concat(
                names.subList(0, shown).stream(),
                shown < names.size() ? Stream.of("...") : Stream.empty())
            .toList());
  }
}
