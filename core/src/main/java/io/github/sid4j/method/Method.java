package io.github.sid4j.method;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;

/** A way to train a cascade, batch by batch. */
public interface Method extends AutoCloseable {
  /**
   * Learns from one batch: forward, gradients, update. Called within a {@link
   * io.github.sid4j.network.Pass#training training pass}, which tells layers like batch norm and
   * dropout that this is training; without one they do as in inference.
   *
   * @param input [B, ...]
   * @param target of that batch
   * @param learningRate above 0
   * @return what was measured, before the update
   */
  StepReport step(Tensor input, Target target, double learningRate);

  /** Frees what is held between steps. */
  @Override
  default void close() {}
}
