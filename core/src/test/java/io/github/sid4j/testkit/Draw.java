package io.github.sid4j.testkit;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;
import io.github.sid4j.random.Rng;

/** Random numbers and tensors from one seed. */
public final class Draw {
  private final Rng rng;

  public Draw(long seed) {
    rng = Rng.of(seed, 0x74657374L);
  }

  /** Uniform in plus or minus a bound. */
  public double[] doubles(int count, double bound) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (2 * rng.nextDouble() - 1) * bound;
    }
    return values;
  }

  public Tensor tensor(DType type, double bound, long... shape) {
    int count = 1;
    for (long size : shape) {
      count = Math.toIntExact(count * size);
    }
    return Tensor.of(doubles(count, bound), shape).to(type);
  }

  /** Random labels of a batch, smoothed. */
  public Target target(int batch, int classes, double smoothing, DType type) {
    int[] labels = new int[batch];
    for (int i = 0; i < batch; i++) {
      labels[i] = rng.nextInt(classes);
    }
    return Target.of(labels, classes, smoothing, type);
  }
}
