package io.github.sid4j.internal.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.table.Standardiser;
import java.util.List;

/**
 * Rows of numbers whose columns are standardised.
 *
 * @param columns in order, at least one
 */
public record RowEncoding(List<Standardiser> columns) implements InputEncoding {
  /** Keeps a copy that cannot be changed. */
  public RowEncoding {
    columns = List.copyOf(columns);
  }

  @Override
  public int[] shape() {
    return new int[] {columns.size()};
  }

  /**
   * The numbers of a row.
   *
   * @param row finite, as many as there are columns
   * @return standardised
   * @throws InputException if there are more or fewer, or one is not finite
   */
  public float[] encode(float... row) {
    if (row.length != columns.size()) {
      throw new InputException(
          "row", columns.size() + " numbers", Integer.toString(row.length), "correct it");
    }
    float[] values = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      if (!Float.isFinite(row[c])) {
        throw new InputException(
            "row", "finite numbers", row[c] + " at place " + c, "correct it or leave the row out");
      }
      values[c] = columns.get(c).apply(row[c]);
    }
    return values;
  }
}
