package io.github.sid4j.engine;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The element types that tensors hold. Constants, safe for several threads. */
public enum DType {
  /** IEEE 754 single precision, 4 bytes. */
  FLOAT32(ScalarType.Float, 4),
  /** IEEE 754 double precision, 8 bytes. */
  FLOAT64(ScalarType.Double, 8),
  /** The upper half of single precision, 2 bytes: what layers compute in {@link Precision#BF16}. */
  BFLOAT16(ScalarType.BFloat16, 2),
  /** Signed integers of 8 bytes; class indices are held in these. */
  INT64(ScalarType.Long, 8);

  final ScalarType nativeType;
  private final int bytes;

  DType(ScalarType nativeType, int bytes) {
    this.nativeType = nativeType;
    this.bytes = bytes;
  }

  /**
   * The size of an element.
   *
   * @return in bytes
   */
  public int bytes() {
    return bytes;
  }

  static DType of(ScalarType type) {
    for (DType candidate : values()) {
      // By value: the binding makes constants of its own for what native code returns.
      if (candidate.nativeType.value == type.value) {
        return candidate;
      }
    }
    throw new IllegalStateException("a tensor of native type " + type + " has no DType");
  }
}
