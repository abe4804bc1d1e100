package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.MadeBytes;
import io.github.sid4j.internal.engine.TensorMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * An array of numbers in native memory, row by row, with the operations that training needs.
 * Operations return new tensors and record gradients where an operand requires them; those that
 * change a tensor itself are under {@link #inPlace()}.
 *
 * <p>Where two tensors meet element by element, one may be smaller: its shape is matched from the
 * last dimension backwards, and dimensions of size 1 or missing ones are repeated (broadcasting).
 *
 * <p>A tensor is freed by the innermost {@link Scope} that was open on the thread that made it, or
 * by {@link #close()}. It may be read by several threads at once, and written by one.
 */
public final class Tensor implements AutoCloseable {
  static {
    TensorMemory.lend(new MemoryAccess());
  }

  private final org.bytedeco.pytorch.Tensor pointer;

  Tensor(org.bytedeco.pytorch.Tensor pointer) {
    this.pointer = pointer;
    if (MadeBytes.isOpen() && pointer.is_cpu()) {
      MadeBytes.add(pointer.data_ptr().address(), pointer.nbytes());
    }
  }

  org.bytedeco.pytorch.Tensor pointer() {
    return pointer;
  }

  // ---- making ----

  /**
   * Copies numbers in, on the processor.
   *
   * @param values row by row
   * @param shape whose product is the number of values
   * @return a tensor of {@link DType#FLOAT32}
   */
  public static Tensor of(float[] values, long... shape) {
    return TensorFactory.CPU.of(values, shape);
  }

  /**
   * Copies numbers in, on the processor.
   *
   * @param values row by row
   * @param shape whose product is the number of values
   * @return a tensor of {@link DType#FLOAT64}
   */
  public static Tensor of(double[] values, long... shape) {
    return TensorFactory.CPU.of(values, shape);
  }

  /**
   * Copies integers in, on the processor.
   *
   * @param values row by row
   * @param shape whose product is the number of values
   * @return a tensor of {@link DType#INT64}
   */
  public static Tensor of(long[] values, long... shape) {
    return TensorFactory.CPU.of(values, shape);
  }

  /**
   * A tensor of one number throughout, on the processor.
   *
   * @param value the number
   * @param type floating
   * @param shape any
   * @return the tensor
   */
  public static Tensor full(double value, DType type, long... shape) {
    return TensorFactory.CPU.full(value, type, shape);
  }

  /**
   * Zeros of this tensor's shape and type.
   *
   * @return requires no gradient
   */
  public Tensor zerosLike() {
    return TensorFactory.zerosLike(this);
  }

  /**
   * The same numbers in memory of their own, outside any graph.
   *
   * @return requires no gradient
   */
  public Tensor copy() {
    return new Tensor(pointer.detach().clone());
  }

  // ---- asking ----

  /**
   * The sizes of its dimensions.
   *
   * @return empty for a scalar
   */
  public long[] shape() {
    long[] shape = new long[(int) pointer.dim()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = pointer.size(i);
    }
    return shape;
  }

  /**
   * The size of one dimension.
   *
   * @param dimension from 0
   * @return its size
   */
  public long size(int dimension) {
    return pointer.size(dimension);
  }

  /**
   * How many numbers it holds.
   *
   * @return the product of its shape
   */
  public long count() {
    return pointer.numel();
  }

  /**
   * What its numbers are.
   *
   * @return the element type
   */
  public DType type() {
    return DType.of(pointer.scalar_type());
  }

  /**
   * Where its numbers are.
   *
   * @return the device of the operations on it
   */
  public Device device() {
    return pointer.is_cpu() ? Device.CPU : Device.of(pointer.device());
  }

  /**
   * The same numbers on a device. No gradient is sent through the way there.
   *
   * @param target where
   * @return itself if it is there
   */
  public Tensor on(Device target) {
    if (device().equals(target)) {
      return this;
    }
    return new Tensor(pointer.detach().to(target.nativeDevice(), pointer.scalar_type()));
  }

  /** The numbers where Java can read them. Types are converted there: MPS has no double. */
  private static org.bytedeco.pytorch.Tensor onCpu(org.bytedeco.pytorch.Tensor tensor) {
    return tensor.is_cpu() ? tensor : tensor.detach().cpu();
  }

  /**
   * What makes tensors on the device of this one.
   *
   * @return for what is to meet this tensor in an operation
   */
  public TensorFactory factory() {
    return new TensorFactory(device());
  }

  /**
   * The one number of a tensor of one element.
   *
   * @return as double, whatever its type
   */
  public double item() {
    return pointer.item_double();
  }

  /**
   * Whether every number is neither NaN nor infinite.
   *
   * @return true for a tensor without elements
   */
  public boolean isFinite() {
    // One sum shows it: a NaN or an infinity anywhere survives it, and finite numbers of training
    // sizes do not overflow it in double.
    try (Scope reading = Scope.open()) {
      return Double.isFinite(
          onCpu(pointer).sum(new ScalarTypeOptional(torch.ScalarType.Double)).item_double());
    }
  }

  /**
   * Copies the numbers out.
   *
   * @return row by row, as doubles whatever the type
   */
  public double[] toDoubles() {
    double[] values = new double[Math.toIntExact(count())];
    try (Scope reading = Scope.open()) {
      rows(onCpu(pointer).to(torch.ScalarType.Double)).asDoubleBuffer().get(values);
    }
    return values;
  }

  /**
   * Copies the numbers out.
   *
   * @return row by row, rounded to single precision if need be
   */
  public float[] toFloats() {
    float[] values = new float[Math.toIntExact(count())];
    try (Scope reading = Scope.open()) {
      rows(onCpu(pointer).to(torch.ScalarType.Float)).asFloatBuffer().get(values);
    }
    return values;
  }

  /**
   * Copies whole numbers out.
   *
   * @return row by row
   */
  public long[] toLongs() {
    long[] values = new long[Math.toIntExact(count())];
    try (Scope reading = Scope.open()) {
      rows(pointer.to(torch.ScalarType.Long)).asLongBuffer().get(values);
    }
    return values;
  }

  /**
   * Copies the elements out as they are.
   *
   * @return row by row, little endian
   */
  public byte[] toBytes() {
    byte[] result = new byte[Math.toIntExact(count() * type().bytes())];
    try (Scope reading = Scope.open()) {
      rows(onCpu(pointer)).get(result);
    }
    return result;
  }

  /**
   * Overwrites the elements.
   *
   * @param values row by row, little endian, of this tensor's size in bytes
   */
  public void setBytes(byte[] values) {
    try (Scope writing = Scope.open()) {
      long expected = count() * type().bytes();
      if (expected != values.length) {
        throw new IllegalArgumentException(
            "expected " + expected + " bytes for " + this + ", found " + values.length);
      }
      Tensor source =
          factory().filled(type(), Math.toIntExact(count()), bytes -> bytes.put(values), shape());
      inPlace().copy(source);
    }
  }

  /**
   * The memory of a copy in rows, or of the tensor itself, as long as the innermost scope lives.
   */
  private static ByteBuffer rows(org.bytedeco.pytorch.Tensor tensor) {
    return new Tensor(tensor.detach().contiguous()).bytes();
  }

  /** Its own memory, contiguous; on the processor. */
  ByteBuffer bytes() {
    if (count() == 0) {
      return ByteBuffer.allocate(0);
    }
    return new BytePointer(pointer.data_ptr())
        .capacity(count() * type().bytes())
        .asByteBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  void checkCount(int found) {
    if (count() != found) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape()) + " takes " + count() + " values, found " + found);
    }
  }

  // ---- gradients ----

  /**
   * The same memory seen as a constant: what is computed from the result sends no gradient here.
   * The stop-gradient sg(.) of the method.
   *
   * @return requires no gradient
   */
  public Tensor detach() {
    return new Tensor(pointer.detach());
  }

  /**
   * Makes this tensor a leaf that gradients are taken for.
   *
   * @return itself
   */
  public Tensor requireGradient() {
    pointer.set_requires_grad(true);
    return this;
  }

  /**
   * Whether gradients can be taken through this tensor.
   *
   * @return true for leaves that require it and all that is computed from them
   */
  public boolean requiresGradient() {
    return pointer.requires_grad();
  }

  // ---- computing ----

  /**
   * The sum, element by element.
   *
   * @param other of a shape that broadcasts with this one
   * @return of the shape that both broadcast to
   */
  public Tensor plus(Tensor other) {
    return new Tensor(pointer.add(other.pointer));
  }

  /**
   * The difference, element by element.
   *
   * @param other of a shape that broadcasts with this one
   * @return of the shape that both broadcast to
   */
  public Tensor minus(Tensor other) {
    return new Tensor(pointer.sub(other.pointer));
  }

  /**
   * The product, element by element.
   *
   * @param other of a shape that broadcasts with this one
   * @return of the shape that both broadcast to
   */
  public Tensor times(Tensor other) {
    return new Tensor(pointer.mul(other.pointer));
  }

  /**
   * Every number multiplied by one.
   *
   * @param factor any
   * @return of this shape
   */
  public Tensor times(double factor) {
    return new Tensor(pointer.mul(new Scalar(factor)));
  }

  /**
   * The quotient, element by element.
   *
   * @param other of a shape that broadcasts with this one
   * @return of the shape that both broadcast to
   */
  public Tensor dividedBy(Tensor other) {
    return new Tensor(pointer.div(other.pointer));
  }

  /**
   * e to the power of each number.
   *
   * @return of this shape
   */
  public Tensor exp() {
    return new Tensor(pointer.exp());
  }

  /**
   * e to the power of each number, less 1, exact also near 0.
   *
   * @return of this shape
   */
  public Tensor expMinusOne() {
    return new Tensor(pointer.expm1());
  }

  /**
   * The natural logarithm of each number.
   *
   * @return of this shape; minus infinity for 0, NaN below
   */
  public Tensor log() {
    return new Tensor(pointer.log());
  }

  /**
   * The square root of each number.
   *
   * @return of this shape; NaN below 0
   */
  public Tensor sqrt() {
    return new Tensor(pointer.sqrt());
  }

  /**
   * The sum of all numbers.
   *
   * @return a scalar
   */
  public Tensor sum() {
    return new Tensor(pointer.sum());
  }

  /**
   * The sums along the last dimension.
   *
   * @return of this shape with the last dimension 1
   */
  public Tensor sumLast() {
    return new Tensor(pointer.sum(new long[] {-1}, true, new ScalarTypeOptional()));
  }

  /**
   * The largest numbers along the last dimension.
   *
   * @return of this shape with the last dimension 1
   */
  public Tensor maxLast() {
    return new Tensor(pointer.amax(new long[] {-1}, true));
  }

  /**
   * The index of the largest number along the last dimension, the first of equals.
   *
   * @return of this shape without the last dimension, {@link DType#INT64}
   */
  public Tensor argmaxLast() {
    return new Tensor(pointer.argmax(new LongOptional(-1), false));
  }

  /**
   * The Euclidean norm of all numbers.
   *
   * @return at least 0
   */
  public double norm() {
    try (Scope reading = Scope.open()) {
      return pointer.norm().item_double();
    }
  }

  /**
   * Along the last dimension, how many numbers agree with those of another tensor.
   *
   * @param other of a shape that broadcasts with this one
   * @return without the last dimension, {@link DType#INT64}
   */
  public Tensor equalLast(Tensor other) {
    return new Tensor(
        pointer.eq(other.pointer).sum(new long[] {-1}, false, new ScalarTypeOptional()));
  }

  /**
   * The matrix product over the last two dimensions, for each place in those before them.
   *
   * @param other [..., K, M]
   * @return [..., R, M] for this one's [..., R, K]
   */
  public Tensor matmul(Tensor other) {
    return new Tensor(pointer.matmul(other.pointer));
  }

  /**
   * The same memory with the last two dimensions exchanged.
   *
   * @return a view
   */
  public Tensor transposed() {
    return swapped(-2, -1);
  }

  /**
   * The same memory with two dimensions exchanged.
   *
   * @param first a dimension, from 0, or from -1 backwards
   * @param second another
   * @return a view
   */
  public Tensor swapped(int first, int second) {
    return new Tensor(pointer.transpose(first, second));
  }

  /**
   * One entry of the first dimension.
   *
   * @param index from 0
   * @return a view, of this shape without the first dimension
   */
  public Tensor row(long index) {
    return new Tensor(pointer.select(0, index));
  }

  /**
   * A stretch of the first dimension, of some of a batch's samples.
   *
   * @param from where it begins
   * @param length of it
   * @return a view
   */
  public Tensor narrowFirst(long from, long length) {
    return new Tensor(pointer.narrow(0, from, length));
  }

  /**
   * A stretch of the last dimension.
   *
   * @param from where it begins
   * @param length of it
   * @return a view
   */
  public Tensor narrowLast(long from, long length) {
    return new Tensor(pointer.narrow(-1, from, length));
  }

  /**
   * The same memory repeated along a new first dimension.
   *
   * @param times how often
   * @return a view that is only read from
   */
  public Tensor repeated(long times) {
    long[] shape = shape();
    long[] sizes = new long[shape.length + 1];
    sizes[0] = times;
    System.arraycopy(shape, 0, sizes, 1, shape.length);
    return new Tensor(pointer.expand(sizes));
  }

  /**
   * The same numbers under another shape.
   *
   * @param shape of the same product; one entry may be -1, which stands for what is left
   * @return a view where memory allows
   */
  public Tensor reshape(long... shape) {
    return new Tensor(pointer.reshape(shape));
  }

  /**
   * The same numbers, converted.
   *
   * @param type to convert to
   * @return itself if it has that type already
   */
  public Tensor to(DType type) {
    return type() == type ? this : new Tensor(pointer.to(type.nativeType));
  }

  /**
   * The same numbers in single precision, if they are in less.
   *
   * @return itself for any type but {@link DType#BFLOAT16}
   */
  public Tensor widened() {
    return type() == DType.BFLOAT16 ? to(DType.FLOAT32) : this;
  }

  /**
   * The same numbers with an image's channels side by side in memory, the layout in which
   * convolutions run fastest; what is computed from the result keeps it.
   *
   * @return itself if it lies so already; equal to this in every other respect
   */
  public Tensor channelsLast() {
    return new Tensor(pointer.contiguous(torch.MemoryFormat.ChannelsLast));
  }

  /**
   * The operations that change this tensor itself.
   *
   * @return on this tensor's memory
   */
  public InPlace inPlace() {
    return new InPlace(this);
  }

  /**
   * Whether its memory is freed.
   *
   * @return true from {@link #close} or the end of its scope on
   */
  public boolean isFreed() {
    return pointer.isNull();
  }

  /** Frees the native memory now, instead of with the scope. Using the tensor after is an error. */
  @Override
  public void close() {
    pointer.close();
  }

  @Override
  public String toString() {
    return type() + Arrays.toString(shape());
  }
}
