package io.github.sid4j.data;

import io.github.sid4j.internal.data.EncodedRows;
import io.github.sid4j.internal.data.InputEncoding;
import io.github.sid4j.internal.data.RawExamples;
import io.github.sid4j.internal.data.RowEncoding;
import io.github.sid4j.internal.data.RowFingerprint;
import io.github.sid4j.internal.data.table.Standardiser;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
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
  public Preparation learn(int[] kept, int[] training) {
    RowEncoding encoding =
        new RowEncoding(
            IntStream.range(0, rows.features())
                .mapToObj(c -> Arrays.stream(kept).mapToDouble(i -> rows.row(i)[c]).toArray())
                .map(Standardiser::of)
                .toList());
    return prepared(encoding);
  }

  @Override
  public Preparation by(InputEncoding encoding) {
    if (!(encoding instanceof RowEncoding known) || known.columns().size() != rows.features()) {
      throw RawExamples.unlike(encoding, "rows of %s numbers".formatted(rows.features()));
    }
    return prepared(known);
  }

  private Preparation prepared(RowEncoding encoding) {
    return indices ->
        new EncodedRows(
            Arrays.stream(indices).mapToObj(i -> encoding.encode(rows.row(i))).toList(),
            rows.labels(indices),
            encoding,
            i ->
                new SampleId(
                    Integer.toString(indices[i]), RowFingerprint.of(rows.row(indices[i]))));
  }
}
