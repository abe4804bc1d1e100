package io.github.sid4j.internal.checkpoint;

import java.io.IOException;

/**
 * A tensor on its way into a file or out of one. Its elements are asked for when it is its turn, so
 * a reader that copies them then never holds those of two tensors at once.
 */
public interface TensorContent {
  /**
   * The type of the elements.
   *
   * @return as it stands in the file
   */
  ElementType type();

  /**
   * The lengths of the dimensions.
   *
   * @return each at least 0; none for a scalar
   */
  long[] shape();

  /**
   * The elements.
   *
   * @return in row-major order, little endian, as many bytes as type and shape take
   * @throws IOException if they lie in a file that cannot be read
   */
  byte[] data() throws IOException;
}
