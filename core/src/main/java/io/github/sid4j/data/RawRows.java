package io.github.sid4j.data;

import io.github.sid4j.data.table.Standardiser;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Rows of numbers from which the mean and deviation of each column are learned. */
final class RawRows implements RawExamples {
  private final LabelledRows rows;

  RawRows(LabelledRows rows) {
    this.rows = rows;
  }

  @Override
  public int size() {
    return rows.size();
  }

  @Override
  public int label(int index) {
    return rows.label(index);
  }

  @Override
  public void writeTo(DataOutputStream out) throws IOException {
    out.writeInt(rows.features());
    for (int i = 0; i < rows.size(); i++) {
      for (float value : rows.row(i)) {
        out.writeFloat(value);
      }
      out.writeInt(rows.label(i));
    }
  }

  @Override
  public Preparation learn(int[] training) {
    List<Standardiser> columns =
        IntStream.range(0, rows.features())
            .mapToObj(c -> Arrays.stream(training).mapToDouble(i -> rows.row(i)[c]).toArray())
            .map(Standardiser::of)
            .toList();
    return indices ->
        new EncodedRows(
            Arrays.stream(indices).mapToObj(i -> encoded(rows.row(i), columns)).toList(),
            rows.labels(indices),
            rows.features());
  }

  private static float[] encoded(float[] row, List<Standardiser> columns) {
    float[] values = new float[row.length];
    for (int c = 0; c < row.length; c++) {
      values[c] = columns.get(c).apply(row[c]);
    }
    return values;
  }
}
