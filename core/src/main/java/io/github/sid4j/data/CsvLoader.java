package io.github.sid4j.data;

import io.github.sid4j.data.format.CsvFile;
import io.github.sid4j.data.format.CsvTable;
import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Loads a CSV file, or train.csv and perhaps test.csv from a folder. */
final class CsvLoader {
  private CsvLoader() {}

  static Dataset load(DatasetRequest request) throws IOException {
    Path dir = request.requiredDir();
    Path testFile = dir.resolve("test.csv");
    CsvTable train = CsvFile.read(Files.isDirectory(dir) ? trainFile(dir) : dir);
    int column = labelColumn(train, request.labelColumn());
    ClassLabels classes = ClassLabels.of(train, column);
    int[] labels = classes.labels(train, column);
    if (!Files.isRegularFile(testFile)) {
      RawTable all = new RawTable(train, column, labels);
      return SplitDataset.undivided(request.name(), classes.names(), all, request.testFraction());
    }
    CsvTable test = CsvFile.read(testFile);
    checkHeader(train, test);
    RawTable all =
        new RawTable(
            joined(train, test), column, Labels.joined(labels, classes.labels(test, column)));
    return SplitDataset.divided(request.name(), classes.names(), all, labels.length);
  }

  private static Path trainFile(Path dir) {
    Path file = dir.resolve("train.csv");
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          file.toString(), "a CSV file", "none", "add it, or give the path of a CSV file itself");
    }
    return file;
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

  private static CsvTable joined(CsvTable train, CsvTable test) {
    List<CsvTable.Row> rows = new ArrayList<>(train.rows());
    rows.addAll(test.rows());
    return new CsvTable(train.where(), train.header(), rows);
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
