package io.github.sid4j.internal.data.table;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Encodes numbers. Behind what a number becomes a further input says that the value is missing: if
 * training has shown such cells, so that something can be learned from it.
 */
public sealed interface NumberEncoder extends ColumnEncoder
    permits NumericEncoder, QuantileEncoder, PiecewiseEncoder {
  /**
   * Whether there is an input that says that the value is missing.
   *
   * @return true if training has shown missing values
   */
  boolean marksMissing();

  /**
   * How many inputs a number becomes.
   *
   * @return at least 1
   */
  @JsonIgnore
  int inputs();

  /**
   * Writes what a number becomes. What is missing stays zeros.
   *
   * @param number finite
   * @param into receives {@link #inputs} numbers
   * @param offset where the first one goes
   */
  void write(double number, float[] into, int offset);

  @Override
  @JsonIgnore
  default int width() {
    return inputs() + (marksMissing() ? 1 : 0);
  }

  @Override
  default CellKind encode(String cell, CellFormat format, float[] into, int offset) {
    double number = format.number(cell);
    if (!Double.isNaN(number)) {
      write(number, into, offset);
      return CellKind.VALUE;
    }
    if (marksMissing()) {
      into[offset + inputs()] = 1;
    }
    return format.isMissing(cell) ? CellKind.MISSING : CellKind.BAD;
  }
}
