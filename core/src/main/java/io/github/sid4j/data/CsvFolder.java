package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The files of {@code csv} data.
 *
 * @param train the training file
 * @param test the test file; null if there is none
 * @param others CSV files beside them, which are not read
 */
record CsvFolder(Path train, Path test, List<String> others) {
  static CsvFolder of(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return new CsvFolder(path, null, List.of());
    }
    Path train = path.resolve("train.csv");
    if (!Files.isRegularFile(train)) {
      throw new InputException(
          train.toString(), "a CSV file", "none", "add it, or give the path of a CSV file itself");
    }
    Path test = path.resolve("test.csv");
    try (Stream<Path> files = Files.list(path)) {
      return new CsvFolder(
          train,
          Files.isRegularFile(test) ? test : null,
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.startsWith(".") && !name.equals("train.csv"))
              .filter(name -> !name.equals("test.csv"))
              .filter(name -> name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv)"))
              .sorted()
              .toList());
    }
  }
}
