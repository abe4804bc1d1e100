package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Backpropagation with deep supervision (Lee et al., AISTATS 2015): the modules and losses of SID,
 * summed, with no gradient stopped anywhere, also not in the belief that a module is to stay
 * consistent with.
 */
public final class DeepSupervision implements Method {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of its parts
   */
  public DeepSupervision(Cascade cascade, Objective objective, Optimizers optimizers) {
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<Belief> beliefs = GlobalForward.beliefs(cascade, input);
      List<Measure> measures = Backprop.measure(objective, beliefs, target);
      Tensor total = objective.loss(0, beliefs.get(1), target, beliefs.get(0));
      for (int i = 1; i < cascade.depth(); i++) {
        total = total.plus(objective.loss(i, beliefs.get(i + 1), target, beliefs.get(i)));
      }
      List<Tensor> gradients =
          Autograd.gradients(total, Tensor.full(1, total.type()), cascade.parameters().tensors());
      optimizers.stepAll(gradients, learningRate);
      return new StepReport(total.item(), measures);
    }
  }
}
