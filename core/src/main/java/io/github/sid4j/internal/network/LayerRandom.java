package io.github.sid4j.internal.network;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.TensorFactory;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.random.Rng;
import java.util.stream.IntStream;

/**
 * Random numbers that a method of training needs at one place: a function of the run's seed, this
 * place and the {@linkplain Pass step} alone, the same however often they are asked for in a step.
 */
public final class LayerRandom {
  private final long number;

  /**
   * Makes a place to draw at.
   *
   * @param init numbers it
   */
  public LayerRandom(Initializer init) {
    number = init.layerNumber();
  }

  /**
   * Standard normal numbers.
   *
   * @param factory makes the tensor
   * @param type of the numbers
   * @param shape of the tensor
   * @return drawn
   */
  public Tensor normal(TensorFactory factory, DType type, long... shape) {
    Rng rng = Pass.current().random(number);
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    double[] values = new double[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = rng.nextNormal();
    }
    return factory.of(values, shape).to(type);
  }

  /**
   * What is left of numbers in noise of their size: {@code sqrt(s) x + sqrt(1 - s) e} with standard
   * normal e.
   *
   * @param x numbers
   * @param signal s, 0 to 1
   * @return of x's shape
   */
  public Tensor noised(Tensor x, double signal) {
    Tensor noise = normal(x.factory(), x.type(), x.shape());
    return x.times(Math.sqrt(signal)).plus(noise.times(Math.sqrt(1 - signal)));
  }

  /**
   * Whole numbers, all alike probable.
   *
   * @param bound at least 1
   * @param count how many
   * @return each 0 to bound - 1
   */
  public int[] below(int bound, int count) {
    Rng rng = Pass.current().random(number);
    return IntStream.range(0, count).map(i -> rng.nextInt(bound)).toArray();
  }
}
