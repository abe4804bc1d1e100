package io.github.sid4j.data.table;

/**
 * Encodes numbers, standardised; what is missing or no number becomes the mean.
 *
 * @param standardiser of the training numbers
 * @param marksMissing whether a second number says that the value is missing: if training has shown
 *     such cells, so that something can be learned from it
 */
public record NumericEncoder(Standardiser standardiser, boolean marksMissing)
    implements ColumnEncoder {
  @Override
  public int width() {
    return marksMissing ? 2 : 1;
  }

  @Override
  public void encode(String cell, float[] into, int offset) {
    double number = Cells.number(cell);
    if (!Double.isNaN(number)) {
      into[offset] = standardiser.apply(number);
    } else if (marksMissing) {
      into[offset + 1] = 1;
    }
  }
}
