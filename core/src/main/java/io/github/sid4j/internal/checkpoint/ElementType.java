package io.github.sid4j.internal.checkpoint;

import java.util.Optional;

/** What a tensor's elements are, under the names that the safetensors format gives them. */
public enum ElementType {
  /** IEEE 754 binary64. */
  F64(8),
  /** IEEE 754 binary32. */
  F32(4),
  /** The upper half of a binary32. */
  BF16(2),
  /** IEEE 754 binary16. */
  F16(2),
  /** Signed integer of 64 bits. */
  I64(8),
  /** Signed integer of 32 bits. */
  I32(4),
  /** Signed integer of 16 bits. */
  I16(2),
  /** Signed integer of 8 bits. */
  I8(1),
  /** Unsigned integer of 8 bits. */
  U8(1),
  /** A byte that is 0 or 1. */
  BOOL(1);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  /**
   * The size of one element.
   *
   * @return in bytes
   */
  public int bytes() {
    return bytes;
  }

  /**
   * The type of a name as it stands in a file.
   *
   * @param name for example {@code F32}; upper and lower case differ
   * @return empty for a name that is none of ours
   */
  public static Optional<ElementType> named(String name) {
    for (ElementType type : values()) {
      if (type.name().equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * The size of a whole tensor.
   *
   * @param shape lengths, each at least 0; none for a scalar
   * @return in bytes
   * @throws ArithmeticException when a partial product is beyond a long, even if a later length is
   *     0
   * @throws IllegalArgumentException when a length is negative
   */
  long bytesOf(long[] shape) {
    long total = bytes;
    for (long length : shape) {
      if (length < 0) {
        throw new IllegalArgumentException("a length is negative: " + length);
      }
      total = Math.multiplyExact(total, length);
    }
    return total;
  }
}
