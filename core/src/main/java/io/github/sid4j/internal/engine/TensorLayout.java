package io.github.sid4j.internal.engine;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How a tensor lies in memory. The next layer chooses its kernels by it, so that it decides bits.
 *
 * @param type of the elements
 * @param shape of the tensor
 * @param strides steps between neighbours, in elements
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and never changed.
record TensorLayout(DType type, long[] shape, long[] strides) {
  private static final List<DType> TYPES = List.of(DType.values());
  private static final int MOST_DIMENSIONS = 16;

  static TensorLayout of(Tensor tensor) {
    return new TensorLayout(tensor.type(), tensor.shape(), TensorMemory.access().strides(tensor));
  }

  /** Whether the elements fill one stretch of memory, each at a place of its own. */
  boolean isDense() {
    Integer[] order = new Integer[shape.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(strides[a], strides[b]));
    long expected = 1;
    for (int dimension : order) {
      if (shape[dimension] != 1) {
        if (strides[dimension] != expected) {
          return false;
        }
        expected *= shape[dimension];
      }
    }
    return true;
  }

  long count() {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  Tensor empty() {
    return TensorMemory.access().strided(type, shape, strides);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(TYPES.indexOf(type));
    out.writeByte(shape.length);
    for (int i = 0; i < shape.length; i++) {
      out.writeLong(shape[i]);
      out.writeLong(strides[i]);
    }
  }

  static TensorLayout read(DataInputStream in) throws IOException {
    int type = in.readUnsignedByte();
    int dimensions = in.readUnsignedByte();
    if (type >= TYPES.size() || dimensions > MOST_DIMENSIONS) {
      throw new IOException("no layout of a tensor");
    }
    long[] shape = new long[dimensions];
    long[] strides = new long[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = in.readLong();
      strides[i] = in.readLong();
    }
    return new TensorLayout(TYPES.get(type), shape, strides);
  }
}
