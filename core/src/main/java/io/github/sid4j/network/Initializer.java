package io.github.sid4j.network;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.random.Rng;

/**
 * Draws first values for parameters. Each tensor has a stream of its own, in the order in which
 * they are made, so that the values depend on the seed and the architecture alone.
 */
public final class Initializer {
  // Separates these streams from the others that a run draws from its seed.
  private static final long PURPOSE = 0x696E6974L;

  private final long seed;
  private final DType type;
  private long made;
  private long numbered;

  /**
   * Prepares the drawing of a network's parameters.
   *
   * @param seed of the run
   * @param type of the parameters; {@link DType#FLOAT64} only to check numbers
   */
  public Initializer(long seed, DType type) {
    this.seed = seed;
    this.type = type;
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
    Rng rng = Rng.of(seed, PURPOSE, made++);
    double bound = 1 / Math.sqrt((double) fanIn);
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    double[] values = new double[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (2 * rng.nextDouble() - 1) * bound;
    }
    try (Scope drawing = Scope.open()) {
      Tensor drawn = Tensor.of(values, shape).to(type);
      // Kernels of convolutions lie in memory as the images do that they are applied to.
      return drawing.keep(shape.length == 4 ? drawn.channelsLast() : drawn).requireGradient();
    }
  }
}
