package io.github.sid4j.data;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.data.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labelled rows of numbers in memory, all of one length. The rows are not copied: who made them
 * must leave them alone.
 *
 * <p>Safe for several threads that only read.
 */
public final class LabelledRows {
  private final List<float[]> rows;
  private final int[] labels;
  private final int features;

  private LabelledRows(List<float[]> rows, int[] labels, int features) {
    this.rows = rows;
    this.labels = labels;
    this.features = features;
  }

  /**
   * Rows and labels.
   *
   * @param rows at least one, each of the same number of finite values, at least one
   * @param labels for each row its class, at least 0
   * @return the rows
   * @throws InputException if any of this does not hold
   */
  public static LabelledRows of(float[][] rows, int[] labels) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new InputException(
          "rows", "at least one row of at least one value", "none", "give some");
    }
    Labels.check("rows", labels, rows.length);
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != rows[0].length) {
        throw new InputException(
            "row " + i,
            rows[0].length + " values as in row 0",
            Integer.toString(rows[i].length),
            "correct it");
      }
      for (float value : rows[i]) {
        if (!Float.isFinite(value)) {
          throw new InputException(
              "row " + i, "finite values", Float.toString(value), "correct or remove the row");
        }
      }
    }
    return new LabelledRows(List.of(rows), labels.clone(), rows[0].length);
  }

  /**
   * How many there are.
   *
   * @return at least 1
   */
  public int size() {
    return labels.length;
  }

  /**
   * How many values a row has.
   *
   * @return at least 1
   */
  public int features() {
    return features;
  }

  int label(int index) {
    return labels[index];
  }

  float[] row(int index) {
    return rows.get(index);
  }

  LabelledRows followedBy(LabelledRows others) {
    if (features != others.features) {
      throw new InputException(
          "test rows",
          features + " values as in the training rows",
          Integer.toString(others.features),
          "bring them to one length");
    }
    List<float[]> both = new ArrayList<>(rows);
    both.addAll(others.rows);
    return new LabelledRows(both, Labels.joined(labels, others.labels), features);
  }

  /** Some of the labels, in the order of the indices. */
  int[] labels(int[] indices) {
    return Arrays.stream(indices).map(i -> labels[i]).toArray();
  }
}
