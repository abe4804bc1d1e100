package io.github.sid4j.method;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * A way to train a cascade, batch by batch. An implementation is called by one thread at a time.
 */
public interface Method extends AutoCloseable {
  /**
   * Takes a batch in: forward, gradients, update. A method that works on several batches at once
   * may finish this one with a later call. Called within a {@link
   * io.github.sid4j.internal.network.Pass#training training pass}, which makes layers like batch
   * norm and dropout act as in training; without one they act as in inference.
   *
   * @param input [B, ...]
   * @param target of that batch
   * @param learningRate above 0
   * @return what was measured on the batches that are through now, each before its own update, in
   *     the order in which they were taken in
   */
  List<StepReport> take(Tensor input, Target target, double learningRate);

  /**
   * Finishes what was taken in: after it, all parts have learned from the same batches.
   *
   * @return what was measured on the batches that were still under way, in their order
   */
  default List<StepReport> drain() {
    return List.of();
  }

  /** Frees what is held between steps. Batches under way may be lost. */
  @Override
  default void close() {}
}
