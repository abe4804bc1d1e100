package io.github.sid4j.train;

import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import io.github.sid4j.random.Rng;

/** Brings batches into native memory. */
final class BatchTensors {
  private BatchTensors() {}

  static Tensor input(Batch batch) {
    return Tensor.of(batch.values(), sizes(batch.size(), batch.shape()));
  }

  /** The shape of a batch of samples of a shape. */
  static long[] sizes(int samples, int[] shape) {
    long[] sizes = new long[shape.length + 1];
    sizes[0] = samples;
    for (int i = 0; i < shape.length; i++) {
      sizes[i + 1] = shape[i];
    }
    return sizes;
  }

  /** A batch to measure with: numbers between -1 and 1, the same at every call. */
  static Tensor random(int samples, int[] shape) {
    long[] sizes = sizes(samples, shape);
    int numbers = 1;
    for (long size : sizes) {
      numbers = Math.multiplyExact(numbers, Math.toIntExact(size));
    }
    float[] values = new float[numbers];
    Rng rng = Rng.of(0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (2 * rng.nextDouble() - 1);
    }
    return Tensor.of(values, sizes);
  }

  static Target target(int[] labels, int classes, Objective objective) {
    return Target.of(labels, classes, objective.labelSmoothing(), DType.FLOAT32);
  }

  static Target target(Batch batch, int classes, Objective objective) {
    Target target = target(batch.labels(), classes, objective);
    return batch.hasWrongLabels() ? target.knowing(batch.labels(), batch.trueLabels()) : target;
  }
}
