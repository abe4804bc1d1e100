package io.github.sid4j.internal.data.table;

/**
 * Encodes numbers, standardized; what is missing becomes the mean.
 *
 * @param standardiser of the training numbers
 * @param marksMissing whether a second number says that the value is missing
 */
public record NumericEncoder(Standardiser standardiser, boolean marksMissing)
    implements NumberEncoder {
  /**
   * Learns from the numbers of a training part.
   *
   * @param kept the numbers without those of the validation part; may be none
   * @param marksMissing whether training has shown missing values
   * @return the encoder
   */
  public static NumericEncoder learn(double[] kept, boolean marksMissing) {
    return new NumericEncoder(
        kept.length == 0 ? new Standardiser(0, 0) : Standardiser.of(kept), marksMissing);
  }

  @Override
  public int inputs() {
    return 1;
  }

  @Override
  public void write(double number, float[] into, int offset) {
    into[offset] = standardiser.apply(number);
  }
}
