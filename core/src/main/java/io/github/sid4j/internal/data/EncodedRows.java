package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import java.util.List;
import java.util.Optional;

/** Rows that are numbers already. */
public final class EncodedRows implements Examples {
  private final List<float[]> rows;
  private final int[] labels;
  private final InputEncoding encoding;

  public EncodedRows(List<float[]> rows, int[] labels, InputEncoding encoding) {
    this.rows = rows;
    this.labels = labels;
    this.encoding = encoding;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int[] shape() {
    return encoding.shape();
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public void read(int index, float[] into, int offset) {
    float[] row = rows.get(index);
    System.arraycopy(row, 0, into, offset, row.length);
  }

  @Override
  public Optional<InputEncoding> encoding() {
    return Optional.of(encoding);
  }
}
