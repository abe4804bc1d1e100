package io.github.sid4j.internal.train;

import io.github.sid4j.data.Batch;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Device;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;

/** Brings the labels of batches into native memory. */
public final class BatchTargets {
  private BatchTargets() {}

  public static Target of(int[] labels, int classes, Objective objective, Device device) {
    return Target.of(labels, classes, objective.labelSmoothing(), DType.FLOAT32).on(device);
  }

  public static Target of(Batch batch, int classes, Objective objective, Device device) {
    Target target = Target.of(batch.labels(), classes, objective.labelSmoothing(), DType.FLOAT32);
    Target whole =
        batch.hasNoisyLabels() ? target.knowing(batch.labels(), batch.trueLabels()) : target;
    return whole.on(device);
  }
}
