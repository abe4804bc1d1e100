package io.github.sid4j.internal.data;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * How examples lie in storage that is read block by block, because memory does not hold them.
 *
 * @param blocks for each example the number of its block, at least 0, never falling; not to be
 *     changed
 * @param window how many examples memory holds at a time, at least 1
 */
// Two of these are never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Locality(int[] blocks, int window) {
  /** Refuses a window that holds nothing. */
  public Locality {
    if (window < 1) {
      throw new IllegalArgumentException("window must be at least 1, found " + window);
    }
  }

  /**
   * That of some of the examples.
   *
   * @param size how many
   * @param place for each of them its place among these, in rising order
   */
  Locality of(int size, IntUnaryOperator place) {
    int[] some = new int[size];
    Arrays.setAll(some, index -> blocks[place.applyAsInt(index)]);
    return new Locality(some, window);
  }
}
