package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.ElementType;
import io.github.sid4j.internal.checkpoint.TensorContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Numbers of other precisions in single precision, rounded where they are of double. */
final class SinglePrecision implements TensorContent {
  private static final int HALF_EXPONENT_BIAS = 15;
  private static final int HALF_FRACTION_BITS = 10;

  private final TensorContent stored;

  private SinglePrecision(TensorContent stored) {
    this.stored = stored;
  }

  /**
   * The same numbers.
   *
   * @param where the tensor, for messages
   * @param stored converted when its data is asked for
   * @throws InputException if they are integers
   */
  static TensorContent of(String where, TensorContent stored) {
    return switch (stored.type()) {
      case F32 -> stored;
      case F64, F16, BF16 -> new SinglePrecision(stored);
      default ->
          throw new InputException(
              where, "F32, F64, F16 or BF16", stored.type().name(), "convert the file");
    };
  }

  @Override
  public ElementType type() {
    return ElementType.F32;
  }

  @Override
  public long[] shape() {
    return stored.shape();
  }

  @Override
  public byte[] data() throws IOException {
    byte[] data = stored.data();
    ByteBuffer from = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    int count = data.length / stored.type().bytes();
    ByteBuffer into = ByteBuffer.allocate(count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      into.putFloat(
          switch (stored.type()) {
            case F64 -> (float) from.getDouble();
            case BF16 -> Float.intBitsToFloat(from.getShort() << 16);
            default -> half(from.getShort());
          });
    }
    return into.array();
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
