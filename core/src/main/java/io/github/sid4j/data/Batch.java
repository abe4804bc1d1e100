package io.github.sid4j.data;

/**
 * Examples that the network sees at once. The arrays are not copied, for they go straight to native
 * memory.
 *
 * <p>Safe for several threads that only read.
 *
 * @param values the examples' values one after the other, size times the product of the shape
 * @param labels for each example its class
 * @param trueLabels for each example the class that it is really of; the very array of labels where
 *     none is known to be wrong
 * @param indices for each example its place in what the batch is of, from 0
 * @param size how many examples
 * @param shape of one example
 */
// Two batches are never compared, so the identity of the arrays does no harm.
@SuppressWarnings("ArrayRecordComponent")
public record Batch(
    float[] values, int[] labels, int[] trueLabels, int[] indices, int size, int[] shape) {
  /**
   * Whether a label is known to be wrong.
   *
   * @return false if the true labels are the labels
   */
  public boolean hasNoisyLabels() {
    return trueLabels != labels;
  }
}
