package io.github.sid4j.internal.checkpoint;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;

/**
 * A tensor as it lies in a file. Two are equal when type, shape and every byte are.
 *
 * @param type of the elements
 * @param shape lengths, each at least 0; none for a scalar; copied on the way in and out
 * @param data the elements in row-major order, little endian. Not copied, since it may be most of
 *     the memory there is: the caller must not change it afterwards
 */
// Arrays on purpose: lists would box every element. Equality and copies are written out below.
@SuppressWarnings("ArrayRecordComponent")
public record StoredTensor(ElementType type, long[] shape, byte[] data) implements TensorContent {
  /**
   * Checks that the parts fit each other.
   *
   * @throws IllegalArgumentException when a length is negative or the data's size is not that of
   *     shape and type
   * @throws ArithmeticException when the shape's size is beyond a long
   */
  public StoredTensor {
    Objects.requireNonNull(type, "type");
    shape = shape.clone();
    long expected = type.bytesOf(shape);
    if (data.length != expected) {
      throw new IllegalArgumentException(
          "%s of shape %s takes %s bytes, found %s"
              .formatted(type, Arrays.toString(shape), expected, data.length));
    }
  }

  /**
   * Reads a tensor into memory.
   *
   * @param content asked for its data once
   * @return the same
   * @throws IOException if it lies in a file that cannot be read
   */
  public static StoredTensor of(TensorContent content) throws IOException {
    return new StoredTensor(content.type(), content.shape(), content.data());
  }

  @Override
  public long[] shape() {
    return shape.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredTensor tensor
        && type == tensor.type
        && Arrays.equals(shape, tensor.shape)
        && Arrays.equals(data, tensor.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, Arrays.hashCode(shape), Arrays.hashCode(data));
  }

  @Override
  public String toString() {
    return type + Arrays.toString(shape);
  }
}
