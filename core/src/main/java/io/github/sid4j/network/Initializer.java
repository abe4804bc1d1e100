package io.github.sid4j.network;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.internal.network.DeferredDraws;
import io.github.sid4j.internal.network.NumberCount;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.random.Rng;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Draws first values for parameters. Each tensor has a stream of its own, in the order in which
 * they are made, so that the values depend on the seed and the architecture alone.
 *
 * <p>For one thread at a time.
 */
public final class Initializer {
  // Separates these streams from the others that a run draws from its seed.
  private static final long PURPOSE = 0x696E6974L;

  private final long seed;
  private final DType type;
  private final Device device;

  /** Of those that are counted; null where values are drawn. */
  private final @Nullable NumberCount count;

  /** Of those that a file mostly has; null where values are drawn at once. */
  private final @Nullable DeferredDraws later;

  private long made;
  private long numbered;

  /**
   * Prepares the drawing of a network's parameters.
   *
   * @param seed of the run
   * @param type of the parameters; {@link DType#FLOAT64} only to check numbers
   */
  public Initializer(long seed, DType type) {
    this(seed, type, Device.CPU);
  }

  /**
   * Prepares the drawing of a network's parameters on a device. The values are those of the
   * processor: they are drawn there.
   *
   * @param seed of the run
   * @param type of the parameters
   * @param device of the network
   */
  public Initializer(long seed, DType type, Device device) {
    this(seed, type, device, null, null);
  }

  private Initializer(
      long seed,
      DType type,
      Device device,
      @Nullable NumberCount count,
      @Nullable DeferredDraws later) {
    this.seed = seed;
    this.type = type;
    this.device = device;
    this.count = count;
    this.later = later;
  }

  /**
   * Makes tensors that have their shapes and take no memory, so that a network can be counted
   * before it is made.
   *
   * @param count of their numbers; refuses those that are too many
   * @return draws nothing
   */
  public static Initializer counting(NumberCount count) {
    return new Initializer(0, DType.FLOAT32, Device.CPU, count, null);
  }

  /**
   * Makes tensors of zeros whose values are drawn afterwards if nothing else has them: drawing
   * takes longer than to read the values of a trained network.
   *
   * @param seed of the run
   * @param device of the network
   * @param later draws what is left
   * @return of parameters in single precision
   */
  public static Initializer deferring(long seed, Device device, DeferredDraws later) {
    return new Initializer(seed, DType.FLOAT32, device, null, later);
  }

  /**
   * Where the parameters are made.
   *
   * @return the device of the network
   */
  public Device device() {
    return device;
  }

  /**
   * A number for a layer that draws in training, see {@link Pass#random}. Another at each call, so
   * that no two layers of a network draw the same.
   *
   * @return from 0
   */
  public long layerNumber() {
    return numbered++;
  }

  /**
   * A parameter uniform in plus or minus {@code 1 / sqrt(fanIn)}, PyTorch's default for linear and
   * convolution layers.
   *
   * @param fanIn how many inputs one output sums over
   * @param shape of the parameter
   * @return requires its gradient
   */
  public Tensor uniform(long fanIn, long... shape) {
    return uniformBuffer(fanIn, shape).requireGradient();
  }

  /**
   * A buffer uniform in plus or minus {@code 1 / sqrt(fan)}.
   *
   * @param fan how many numbers are summed over, or go to
   * @param shape of the buffer
   * @return requires no gradient
   */
  public Tensor uniformBuffer(long fan, long... shape) {
    double bound = 1 / Math.sqrt((double) fan);
    return drawn(rng -> (2 * rng.nextDouble() - 1) * bound, shape);
  }

  /**
   * A buffer of standard normal numbers.
   *
   * @param shape of the buffer
   * @return requires no gradient
   */
  public Tensor normalBuffer(long... shape) {
    return drawn(Rng::nextNormal, shape);
  }

  /**
   * A parameter of normal numbers with standard deviation {@code sqrt(2 / fan)}, which keeps the
   * size of what passes through layers with ReLU (He et al., ICCV 2015).
   *
   * @param fan how many inputs one output sums over, or how many outputs one input goes to
   * @param shape of the parameter
   * @return requires its gradient
   */
  public Tensor heNormal(long fan, long... shape) {
    double deviation = Math.sqrt(2.0 / fan);
    return drawn(rng -> rng.nextNormal() * deviation, shape).requireGradient();
  }

  /**
   * A parameter of normal numbers, those beyond two standard deviations drawn again.
   *
   * @param deviation the standard deviation before anything was drawn again
   * @param shape of the parameter
   * @return requires its gradient
   */
  public Tensor truncatedNormal(double deviation, long... shape) {
    return drawn(
            rng -> {
              double value = rng.nextNormal();
              while (Math.abs(value) > 2) {
                value = rng.nextNormal();
              }
              return value * deviation;
            },
            shape)
        .requireGradient();
  }

  /**
   * A parameter that is one number throughout.
   *
   * @param value the number
   * @param shape of the parameter
   * @return requires its gradient
   */
  public Tensor constant(double value, long... shape) {
    return buffer(value, shape).requireGradient();
  }

  /**
   * A parameter with 1 on the diagonal and 0 elsewhere.
   *
   * @param size rows and columns
   * @return requires its gradient
   */
  public Tensor identity(int size) {
    if (count != null) {
      return count.add(0, size, size).requireGradient();
    }
    double[] values = new double[size * size];
    for (int i = 0; i < size; i++) {
      values[i * size + i] = 1;
    }
    try (Scope making = Scope.open()) {
      return making.keep(Tensor.of(values, size, size).to(type).on(device)).requireGradient();
    }
  }

  /**
   * The kernels of a convolution that begins by handing on what it reads: drawn as {@link #uniform}
   * draws them, but the first ones have 1 in the middle of the channel of their own number and 0
   * elsewhere (Zagoruyko and Komodakis, 2017, arXiv 1706.00388).
   *
   * @param out channels given
   * @param in channels read
   * @param kernel height and width of the kernel, odd
   * @return [out, in, kernel, kernel], requires its gradient
   */
  public Tensor identityKernels(int out, int in, int kernel) {
    int area = kernel * kernel;
    int handedOn = Math.min(out, in);
    double bound = 1 / Math.sqrt((double) in * area);
    return drawn(
            (rng, i) -> {
              double drawn = (2 * rng.nextDouble() - 1) * bound;
              int filter = i / (in * area);
              return filter >= handedOn
                  ? drawn
                  : i % (in * area) == filter * area + area / 2 ? 1 : 0;
            },
            out,
            in,
            kernel,
            kernel)
        .requireGradient();
  }

  /**
   * A buffer that is one number throughout.
   *
   * @param value the number
   * @param shape of the buffer
   * @return of the parameters' type; requires no gradient
   */
  public Tensor buffer(double value, long... shape) {
    if (count != null) {
      return count.add(value, shape);
    }
    try (Scope making = Scope.open()) {
      return making.keep(new TensorFactory(device).full(value, type, shape));
    }
  }

  private Tensor drawn(ToDoubleFunction<Rng> next, long... shape) {
    return drawn((rng, place) -> next.applyAsDouble(rng), shape);
  }

  /** The next number, which may depend on its place, row by row. */
  private Tensor drawn(ToDoubleBiFunction<Rng, Integer> next, long... shape) {
    if (count != null) {
      return count.add(0, shape);
    }
    Rng rng = Rng.of(seed, PURPOSE, made++);
    if (later == null) {
      return drawn(rng, next, shape);
    }
    try (Scope making = Scope.open()) {
      Tensor zeros = new TensorFactory(device).full(0, type, shape);
      Tensor laid = making.keep(shape.length == 4 ? zeros.channelsLast() : zeros);
      later.add(laid, () -> drawn(rng, next, shape));
      return laid;
    }
  }

  private Tensor drawn(Rng rng, ToDoubleBiFunction<Rng, Integer> next, long... shape) {
    long numbers = 1;
    for (long size : shape) {
      numbers *= size;
    }
    double[] values = new double[Math.toIntExact(numbers)];
    for (int i = 0; i < values.length; i++) {
      values[i] = next.applyAsDouble(rng, i);
    }
    try (Scope drawing = Scope.open()) {
      Tensor drawn = Tensor.of(values, shape).to(type).on(device);
      // Kernels of convolutions lie in memory as the images do that they are applied to.
      return drawing.keep(shape.length == 4 ? drawn.channelsLast() : drawn);
    }
  }
}
