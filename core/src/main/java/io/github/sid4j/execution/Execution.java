package io.github.sid4j.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Computes the local gradients of every module and of the extractor for one batch. One thread at a
 * time calls it; it may compute on threads of its own.
 */
public interface Execution extends AutoCloseable {
  /**
   * Runs one batch through the cascade and hands out its gradients. The extractor's are handed out
   * last, when all modules' have been.
   *
   * @param cascade trained
   * @param objective of its modules
   * @param input [B, ...]
   * @param target of that batch
   * @param updates receives the gradients
   * @return a measure for each module, of its belief before any update
   * @throws io.github.sid4j.objective.DivergedException if a loss is no finite number; gradients
   *     may have been handed out by then
   */
  List<Measure> run(
      Cascade cascade, Objective objective, Tensor input, Target target, Updates updates);

  /** Frees what the strategy holds between batches. */
  @Override
  default void close() {}

  /**
   * Receives gradients as they are ready. They are only valid during the call. Calls for different
   * modules may come from different threads at once.
   */
  interface Updates {
    /**
     * A module's gradients.
     *
     * @param index from 0
     * @param gradients in the order of its parameters
     */
    void module(int index, List<Tensor> gradients);

    /**
     * The extractor's gradients: of the sum of the losses of the modules that read it.
     *
     * @param gradients in the order of its parameters
     */
    void extractor(List<Tensor> gradients);
  }
}
