package io.github.sid4j.internal.data;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.SampleId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Rows that are numbers already. */
public final class EncodedRows implements Examples {
  private final List<float[]> rows;
  private final int[] labels;
  private final InputEncoding encoding;
  private final IntFunction<SampleId> ids;

  /** Rows whose places are their names. */
  public EncodedRows(List<float[]> rows, int[] labels, InputEncoding encoding) {
    this(rows, labels, encoding, SampleId::of);
  }

  /**
   * Rows.
   *
   * @param ids by what a person finds the row at a place
   */
  public EncodedRows(
      List<float[]> rows, int[] labels, InputEncoding encoding, IntFunction<SampleId> ids) {
    this.rows = rows;
    this.labels = labels;
    this.encoding = encoding;
    this.ids = ids;
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
  public SampleId id(int index) {
    return ids.apply(index);
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
