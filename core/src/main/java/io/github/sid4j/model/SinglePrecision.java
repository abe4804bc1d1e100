package io.github.sid4j.model;

import io.github.sid4j.checkpoint.ElementType;
import io.github.sid4j.checkpoint.StoredTensor;
import io.github.sid4j.error.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of other precisions in single precision. */
final class SinglePrecision {
  private static final int HALF_EXPONENT_BIAS = 15;
  private static final int HALF_FRACTION_BITS = 10;

  private SinglePrecision() {}

  /**
   * The same numbers, rounded where they are of double precision.
   *
   * @param where the tensor, for messages
   * @throws InputException if they are integers
   */
  static StoredTensor of(String where, StoredTensor stored) {
    ElementType type = stored.type();
    if (type == ElementType.F32) {
      return stored;
    }
    ByteBuffer from = ByteBuffer.wrap(stored.data()).order(ByteOrder.LITTLE_ENDIAN);
    int count = stored.data().length / type.bytes();
    ByteBuffer into = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      into.putFloat(
          switch (type) {
            case F64 -> (float) from.getDouble();
            case BF16 -> Float.intBitsToFloat(from.getShort() << 16);
            case F16 -> half(from.getShort());
            default ->
                throw new InputException(
                    where, "F32, F64, F16 or BF16", type.name(), "convert the file");
          });
    }
    return new StoredTensor(ElementType.F32, stored.shape(), into.array());
  }

  /** IEEE 754 binary16; every one of them is a float. */
  static float half(short bits) {
    int exponent = bits >> HALF_FRACTION_BITS & 0x1F;
    int fraction = bits & 0x3FF;
    float size;
    if (exponent == 0x1F) {
      size = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else if (exponent == 0) {
      size = Math.scalb((float) fraction, 1 - HALF_EXPONENT_BIAS - HALF_FRACTION_BITS);
    } else {
      size =
          Math.scalb(
              (float) (fraction | 1 << HALF_FRACTION_BITS),
              exponent - HALF_EXPONENT_BIAS - HALF_FRACTION_BITS);
    }
    return bits < 0 ? -size : size;
  }
}
