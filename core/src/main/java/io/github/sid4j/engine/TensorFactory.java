package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.Engine;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/**
 * Makes all tensors that are not computed from others. Each is on the device of the factory: what a
 * layer or a loss adds to a tensor is made by that tensor's {@link Tensor#factory}.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param device of the tensors
 */
public record TensorFactory(Device device) {
  /** Makes tensors on the processor. */
  public static final TensorFactory CPU = new TensorFactory(Device.CPU);

  /**
   * Copies numbers in.
   *
   * @param values row by row
   * @param shape whose product is the number of values
   * @return a tensor of {@link DType#FLOAT32}
   */
  public Tensor of(float[] values, long... shape) {
    return filled(DType.FLOAT32, values.length, bytes -> bytes.asFloatBuffer().put(values), shape);
  }

  /**
   * Copies numbers in.
   *
   * @param values row by row
   * @param shape whose product is the number of values
   * @return a tensor of {@link DType#FLOAT64}
   */
  public Tensor of(double[] values, long... shape) {
    return filled(DType.FLOAT64, values.length, bytes -> bytes.asDoubleBuffer().put(values), shape);
  }

  /**
   * Copies integers in.
   *
   * @param values row by row
   * @param shape whose product is the number of values
   * @return a tensor of {@link DType#INT64}
   */
  public Tensor of(long[] values, long... shape) {
    return filled(DType.INT64, values.length, bytes -> bytes.asLongBuffer().put(values), shape);
  }

  /**
   * A tensor of one number throughout.
   *
   * @param value the number
   * @param type of the tensor
   * @param shape any
   * @return the tensor
   */
  public Tensor full(double value, DType type, long... shape) {
    Engine.start();
    return moved(new Tensor(torch.full(shape, new Scalar(value), options(type))));
  }

  /**
   * A tensor that has one number in memory, and shows it throughout a shape: of any size, without
   * taking memory. It can be read and not be changed.
   *
   * @param value the number
   * @param type of the tensor
   * @param shape any
   * @return the tensor
   */
  public Tensor shown(double value, DType type, long... shape) {
    try (Scope making = Scope.open()) {
      return making.leave(new Tensor(full(value, type, 1).pointer().expand(shape)));
    }
  }

  /** Numbers are written into memory that Java can write, and then taken to the device. */
  Tensor filled(DType type, int count, Consumer<ByteBuffer> values, long... shape) {
    Engine.start();
    Tensor made = new Tensor(torch.empty(shape, options(type), null));
    made.checkCount(count);
    values.accept(made.bytes());
    return moved(made);
  }

  private Tensor moved(Tensor made) {
    if (device.isCpu()) {
      return made;
    }
    try (made) {
      return made.on(device);
    }
  }

  /** Memory whose numbers are to be written, with steps of its own between neighbours. */
  static Tensor strided(DType type, long[] shape, long... strides) {
    Engine.start();
    return new Tensor(torch.empty_strided(shape, strides, options(type)));
  }

  /** Zeros that lie in memory as the numbers of another tensor do. */
  static Tensor zerosLike(Tensor other) {
    return new Tensor(torch.zeros_like(other.pointer()));
  }

  /** Native options name no device: libtorch's default is the processor. */
  private static TensorOptions options(DType type) {
    return new TensorOptions(type.nativeType);
  }
}
