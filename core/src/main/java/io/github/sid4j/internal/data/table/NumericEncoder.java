package io.github.sid4j.internal.data.table;

import java.util.List;

/**
 * Encodes numbers, standardized; what is missing becomes the mean.
 *
 * @param standardiser of the training numbers
 * @param marksMissing whether a second number says that the value is missing: if training has shown
 *     such cells, so that something can be learned from it
 */
public record NumericEncoder(Standardiser standardiser, boolean marksMissing)
    implements ColumnEncoder {
  /**
   * Learns from a training part.
   *
   * @param kept its cells without the validation part, whose mean and deviation are learned
   * @param training all its cells, which decide the width
   * @param format of the cells; what is no number counts as missing
   * @return the encoder
   */
  public static NumericEncoder learn(List<String> kept, List<String> training, CellFormat format) {
    double[] numbers =
        kept.stream().mapToDouble(format::number).filter(number -> !Double.isNaN(number)).toArray();
    return new NumericEncoder(
        numbers.length == 0 ? new Standardiser(0, 0) : Standardiser.of(numbers),
        training.stream().anyMatch(cell -> Double.isNaN(format.number(cell))));
  }

  @Override
  public int width() {
    return marksMissing ? 2 : 1;
  }

  @Override
  public CellKind encode(String cell, CellFormat format, float[] into, int offset) {
    double number = format.number(cell);
    if (!Double.isNaN(number)) {
      into[offset] = standardiser.apply(number);
      return CellKind.VALUE;
    }
    if (marksMissing) {
      into[offset + 1] = 1;
    }
    return format.isMissing(cell) ? CellKind.MISSING : CellKind.BAD;
  }
}
