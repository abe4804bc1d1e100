package io.github.sid4j.internal.data;

import java.util.List;

/**
 * The rows of a table as a model of several inputs reads them.
 *
 * @param rows in the order of the file
 * @param notes what a reader of the results should know of the file, each a line that names it
 */
public record MultimodalRows(List<MultimodalRow> rows, List<String> notes) {
  /** Keeps copies that cannot be changed. */
  public MultimodalRows {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }
}
