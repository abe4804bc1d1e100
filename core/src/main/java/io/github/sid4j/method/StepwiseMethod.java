package io.github.sid4j.method;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * A method that is through with a batch before it takes the next. An implementation is called by
 * one thread at a time.
 */
public interface StepwiseMethod extends Method {
  /**
   * Learns from one batch: forward, gradients, update.
   *
   * @param input [B, ...]
   * @param target of that batch
   * @param learningRate above 0
   * @return what was measured, before the update
   */
  StepReport step(Tensor input, Target target, double learningRate);

  @Override
  default List<StepReport> take(Tensor input, Target target, double learningRate) {
    return List.of(step(input, target, learningRate));
  }
}
