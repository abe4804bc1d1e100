package io.github.sid4j.jmh;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.random.Rng;

/** Made-up values; the same at every run. */
final class Numbers {
  private Numbers() {}

  /** A tensor of single precision, uniform in -1 .. 1. */
  static Tensor uniform(long seed, long... shape) {
    long count = 1;
    for (long size : shape) {
      count *= size;
    }
    Rng rng = Rng.of(seed);
    float[] values = new float[Math.toIntExact(count)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * rng.nextDouble() - 1);
    }
    return Tensor.of(values, shape);
  }

  /** Class indices. */
  static int[] labels(int count, int classes) {
    Rng rng = Rng.of(count, classes);
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = rng.nextInt(classes);
    }
    return labels;
  }
}
