package io.github.sid4j.internal.data;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.format.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Opens data sets, and fetches those that others published. Found by {@link
 * java.util.ServiceLoader}; the artefacts {@code sid4j-datasets} and {@code sid4j-formats} have one
 * each. Implementations are safe for use by several threads.
 */
public interface DatasetProvider {
  /**
   * What it can open.
   *
   * @return names of {@link DatasetInfo#catalogue}
   */
  Set<String> names();

  /**
   * Loads one of its data sets into memory.
   *
   * @param request whose name is one of {@link #names}
   * @return the data set
   * @throws InputException if its files are missing or not valid
   * @throws IOException if a file cannot be read
   */
  Dataset open(DatasetRequest request) throws IOException;

  /**
   * Reads a table to be classified.
   *
   * @param file of a {@link ShardFormat} that is one of {@link #names}
   * @return all of its columns
   * @throws InputException if it is no table, or damaged
   * @throws IOException if it cannot be read
   */
  default CsvTable table(Path file) throws IOException {
    throw new InputException(file.toString(), "a table", "a file of another kind", "name a table");
  }

  /**
   * The tables of a data set, each of which is read when it is needed.
   *
   * @param format one of {@link #names}
   * @param request with the place
   * @throws InputException if there are no tables
   * @throws IOException if a file cannot be read
   */
  default TableSources tables(String format, DatasetRequest request) throws IOException {
    throw new InputException(
        request.requiredDir().toString(), "a table", "data of another kind", "name a table");
  }

  /**
   * Brings what is missing of a data set into a folder. What is there already is left alone.
   *
   * @param name one of {@link #names} that is {@linkplain DatasetInfo#downloadable downloadable}
   * @param folder made if need be
   * @param progress hears how far each download has come, on the calling thread
   * @throws InputException if the folder holds something else under a name of the data set
   * @throws IOException if it cannot be fetched or written
   */
  default void fetch(String name, Path folder, ProgressListener progress) throws IOException {
    throw new InputException("dataset " + name, "one with a public home", "none", "give its files");
  }
}
