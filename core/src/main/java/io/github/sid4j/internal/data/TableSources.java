package io.github.sid4j.internal.data;

import io.github.sid4j.data.DataFact;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvFile;
import io.github.sid4j.internal.data.format.CsvTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a data set, whatever files they are in.
 *
 * @param options how they are read, as far as their format leaves that open
 * @param training the training part, or all of the data
 * @param test with the columns of the training part; null if it is taken off the training part
 * @param validation likewise
 * @param origin where they come from, to be shown first
 * @param notes of their files, asked for when all parts are read
 */
public record TableSources(
    CsvOptions options,
    TableSources.Table training,
    TableSources.@Nullable Table test,
    TableSources.@Nullable Table validation,
    DataFact origin,
    Supplier<List<String>> notes) {
  /** A table, read when it is needed. */
  @FunctionalInterface
  public interface Table {
    /**
     * Reads it.
     *
     * @throws InputException if it is not valid
     * @throws IOException if it cannot be read
     */
    CsvTable read() throws IOException;
  }

  /**
   * The tables in a place: CSV files, or files of a {@link ShardFormat}.
   *
   * @param request with the place
   * @throws InputException if there are none
   * @throws IOException if a file cannot be read
   */
  static TableSources of(DatasetRequest request) throws IOException {
    Path place = request.requiredDir();
    Optional<String> format =
        Files.isDirectory(place)
            ? ShardFormat.below(place).stream().filter(one -> !hasCsv(place)).findFirst()
            : ShardFormat.of(place);
    return format.isPresent()
        ? DatasetProviders.of(format.get()).tables(format.get(), request)
        : ofCsv(request);
  }

  private static boolean hasCsv(Path folder) {
    try {
      CsvParts.of(folder);
      return true;
    } catch (InputException e) {
      return false;
    }
  }

  /**
   * The tables of CSV files.
   *
   * @param request with their place
   * @throws InputException if there are none
   */
  static TableSources ofCsv(DatasetRequest request) {
    CsvParts files = CsvParts.of(request.requiredDir());
    PartSources sources =
        new PartSources(files.training(), files.validation(), files.test(), request.parts());
    return new TableSources(
        request.csv(),
        csv(files.training(), request.csv()),
        files.test() == null ? null : csv(files.test(), request.csv()),
        files.validation() == null ? null : csv(files.validation(), request.csv()),
        sources.fact(),
        files::notes);
  }

  private static Table csv(Path file, CsvOptions options) {
    return () -> CsvFile.read(file, options.layout());
  }
}
