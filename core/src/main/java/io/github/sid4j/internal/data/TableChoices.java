package io.github.sid4j.internal.data;

import io.github.sid4j.internal.data.format.CsvDelimiter;
import io.github.sid4j.internal.data.table.BadCells;
import io.github.sid4j.internal.data.table.DecimalSign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is given about how the cells of CSV files are written. What is null is recognized from the
 * file or, for a trained model, is as in its training.
 *
 * @param delimiter between cells
 * @param decimal the decimal sign of numbers
 * @param missingValues marks that stand for a missing value beside the empty cell, in whatever case
 * @param badCells what happens to cells that do not fit a column of numbers
 */
public record TableChoices(
    @Nullable CsvDelimiter delimiter,
    @Nullable DecimalSign decimal,
    @Nullable List<String> missingValues,
    @Nullable BadCells badCells) {
  /** Nothing is given. */
  public static final TableChoices NONE = new TableChoices(null, null, null, null);

  /** Keeps a copy that cannot be changed. */
  public TableChoices {
    missingValues = missingValues == null ? null : List.copyOf(missingValues);
  }
}
