package io.github.sid4j.model;

import io.github.sid4j.internal.checkpoint.ElementType;
import io.github.sid4j.internal.checkpoint.StoredTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Weights and images that a formula makes, so that another program can make the same. Numbers of a
 * tensor are a hash of their index and of the tensor's number, in a range that suits its name.
 */
public final class FormulaWeights {
  private static final long BITS = 0xFFFFFFFFL;
  private static final long SCATTER = 73_244_475L;

  /** The middle of what batch and layer norm scale by. */
  private final double norm;

  public FormulaWeights(double norm) {
    this.norm = norm;
  }

  /** Above -1 and below 1. */
  private static double noise(long index, int number) {
    long x = (index * 2_654_435_761L + number * 97_531L + 12_345L) & BITS;
    x = (x ^ (x >> 16)) * SCATTER & BITS;
    x = (x ^ (x >> 16)) * SCATTER & BITS;
    return (x ^ (x >> 16)) / 4_294_967_296.0 * 2 - 1;
  }

  /** A tensor by the name that it has in public files, and its number among them. */
  float[] values(String name, int number, long... shape) {
    int count = 1;
    for (long size : shape) {
      count *= Math.toIntExact(size);
    }
    double scale = 0.1;
    double middle = 0;
    if (name.endsWith("running_var")) {
      scale = 0.5;
      middle = 1;
    } else if (name.endsWith("cls_token") || name.endsWith("pos_embed")) {
      scale = 0.5;
    } else if (shape.length > 1) {
      long read = count / shape[0];
      scale = Math.sqrt(6.0 / read);
    } else if (name.endsWith("weight")) {
      scale = 0.2;
      middle = norm;
    }
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (middle + scale * noise(i, number));
    }
    return values;
  }

  public StoredTensor tensor(String name, int number, long... shape) {
    return new StoredTensor(ElementType.F32, shape, bytes(values(name, number, shape)));
  }

  static byte[] bytes(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().put(values);
    return bytes.array();
  }

  /** Prepared images of three channels, [count, 3, height, width]. */
  public static float[] images(int count, int height, int width) {
    float[] values = new float[count * 3 * height * width];
    for (int i = 0; i < values.length; i++) {
      int x = i % width;
      int y = i / width % height;
      int c = i / width / height % 3;
      int n = i / width / height / 3;
      values[i] =
          (float)
              (Math.sin(0.37 * n + 1.3 * c + 0.05 * y + 0.031 * x)
                  + 0.5 * Math.cos(0.11 * y - 0.07 * x));
    }
    return values;
  }
}
