package io.github.sid4j.data;

import java.util.List;

/** Rows that are numbers already. */
final class EncodedRows implements Examples {
  private final List<float[]> rows;
  private final int[] labels;
  private final int features;

  EncodedRows(List<float[]> rows, int[] labels, int features) {
    this.rows = rows;
    this.labels = labels;
    this.features = features;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public int[] shape() {
    return new int[] {features};
  }

  @Override
  public int label(int index) {
    return labels[index];
  }

  @Override
  public void read(int index, float[] into, int offset) {
    System.arraycopy(rows.get(index), 0, into, offset, features);
  }
}
