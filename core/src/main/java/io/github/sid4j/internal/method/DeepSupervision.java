package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.GlobalStep;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Backpropagation with deep supervision (Lee et al., AISTATS 2015): the modules and losses of SID,
 * summed, with no gradient stopped anywhere, also not in the belief that a module is to stay
 * consistent with.
 */
public final class DeepSupervision implements StepwiseMethod {
  private final Objective objective;
  private final GlobalStep step;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of its parts
   */
  public DeepSupervision(Cascade cascade, Objective objective, Optimizers optimizers) {
    this.objective = objective;
    step = new GlobalStep(cascade, objective, optimizers, this::sum);
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    return step.run(input, target, learningRate);
  }

  private Tensor sum(List<Belief> beliefs, Target target) {
    Tensor total = objective.loss(0, beliefs.get(1), target, beliefs.get(0));
    for (int i = 1; i + 1 < beliefs.size(); i++) {
      total = total.plus(objective.loss(i, beliefs.get(i + 1), target, beliefs.get(i)));
    }
    return total;
  }
}
