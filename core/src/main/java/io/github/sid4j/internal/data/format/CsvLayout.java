package io.github.sid4j.internal.data.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a CSV file before it is read.
 *
 * @param delimiter between its cells; null if it is to be recognized
 * @param header whether its first line has the names of the columns
 * @param names of the columns of a file without a header, all different; if empty, the columns are
 *     called {@code c1}, {@code c2} and so on
 */
public record CsvLayout(@Nullable CsvDelimiter delimiter, boolean header, List<String> names) {
  /** A header line, and a delimiter that is to be recognized. */
  public static final CsvLayout STANDARD = new CsvLayout(null, true, List.of());

  /** Keeps a copy that cannot be changed. */
  public CsvLayout {
    names = List.copyOf(names);
  }
}
