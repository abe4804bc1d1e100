package io.github.sid4j.train;

import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;

/** Brings batches into native memory. */
final class BatchTensors {
  private BatchTensors() {}

  static Tensor input(Batch batch) {
    int[] shape = batch.shape();
    long[] sizes = new long[shape.length + 1];
    sizes[0] = batch.size();
    for (int i = 0; i < shape.length; i++) {
      sizes[i + 1] = shape[i];
    }
    return Tensor.of(batch.values(), sizes);
  }

  static Target target(Batch batch, int classes, Objective objective) {
    return Target.of(batch.labels(), classes, objective.labelSmoothing(), DType.FLOAT32);
  }
}
