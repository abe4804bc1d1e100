package io.github.sid4j.internal.data;

import io.github.sid4j.data.SampleId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Rows that are numbers already. */
public final class EncodedRows extends EncodedExamples {
  private final List<float[]> rows;
  private final IntFunction<Optional<String>> excerpts;

  /** Rows whose places are their names. */
  public EncodedRows(List<float[]> rows, int[] labels, InputEncoding encoding) {
    this(rows, labels, encoding, SampleId::of);
  }

  /** Rows of which a person reads nothing. */
  public EncodedRows(
      List<float[]> rows, int[] labels, InputEncoding encoding, IntFunction<SampleId> ids) {
    this(rows, labels, encoding, ids, place -> Optional.empty());
  }

  /**
   * Rows.
   *
   * @param ids by what a person finds the row at a place
   * @param excerpts what a person reads of the row at a place
   */
  public EncodedRows(
      List<float[]> rows,
      int[] labels,
      InputEncoding encoding,
      IntFunction<SampleId> ids,
      IntFunction<Optional<String>> excerpts) {
    super(labels, encoding, ids);
    this.rows = rows;
    this.excerpts = excerpts;
  }

  @Override
  public Optional<String> excerpt(int index) {
    return excerpts.apply(index);
  }

  @Override
  public void read(int index, float[] into, int offset) {
    float[] row = rows.get(index);
    System.arraycopy(row, 0, into, offset, row.length);
  }
}
