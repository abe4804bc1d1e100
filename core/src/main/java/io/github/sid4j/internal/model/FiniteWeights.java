package io.github.sid4j.internal.model;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.checkpoint.ElementType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;

/**
 * Whether the numbers of a tensor can be weights. A file of the right size and shape can hold
 * anything: one number that is not finite makes every belief NaN, and so does a negative variance.
 */
final class FiniteWeights {
  private static final String VARIANCE = "running_var";
  private static final int SINGLE_EXPONENT = 0x7F800000;
  private static final int BRAIN_EXPONENT = 0x7F80;
  private static final String COPY_AGAIN = "the weights are damaged: take them from a copy";

  private FiniteWeights() {}

  /**
   * Checks a tensor.
   *
   * @param where the file, for messages
   * @param name of the tensor
   * @param type of its elements
   * @param data the elements, little endian
   * @throws InputException if one is not finite, or is a variance below 0; names the first
   */
  static void check(String where, String name, ElementType type, byte[] data) {
    ByteBuffer bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    boolean variance = name.endsWith(VARIANCE);
    int wrong =
        switch (type) {
          case F32 -> single(bytes.asIntBuffer(), variance);
          case F64 -> twice(bytes.asDoubleBuffer(), variance);
          case BF16 -> brain(bytes.asShortBuffer(), variance);
          default -> -1;
        };
    if (wrong >= 0) {
      throw new InputException(
          where + " tensor " + name + " number " + wrong,
          variance ? "a variance: a finite number of at least 0" : "a finite number",
          Double.toString(number(type, bytes, wrong)),
          COPY_AGAIN);
    }
  }

  // Compared as integers, which takes a fraction of the time that reading the file does.

  private static int single(IntBuffer numbers, boolean variance) {
    int count = numbers.remaining();
    for (int i = 0; i < count; i++) {
      int bits = numbers.get(i);
      if ((bits & SINGLE_EXPONENT) == SINGLE_EXPONENT
          || (variance && bits < 0 && bits != Integer.MIN_VALUE)) {
        return i;
      }
    }
    return -1;
  }

  private static int twice(DoubleBuffer numbers, boolean variance) {
    int count = numbers.remaining();
    for (int i = 0; i < count; i++) {
      double number = numbers.get(i);
      if (!Double.isFinite(number) || (variance && number < 0)) {
        return i;
      }
    }
    return -1;
  }

  private static int brain(ShortBuffer numbers, boolean variance) {
    int count = numbers.remaining();
    for (int i = 0; i < count; i++) {
      short bits = numbers.get(i);
      if ((bits & BRAIN_EXPONENT) == BRAIN_EXPONENT
          || (variance && bits < 0 && bits != Short.MIN_VALUE)) {
        return i;
      }
    }
    return -1;
  }

  private static double number(ElementType type, ByteBuffer bytes, int index) {
    return switch (type) {
      case F64 -> bytes.getDouble(index * Double.BYTES);
      case BF16 -> Float.intBitsToFloat(bytes.getShort(index * Short.BYTES) << Short.SIZE);
      default -> bytes.getFloat(index * Float.BYTES);
    };
  }
}
