package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Plain backpropagation of the same cascade, the authors' twin: softmaxes between the modules,
 * cross-entropy on the last belief only, gradients through everything.
 */
public final class Backprop implements StepwiseMethod {
  private final GlobalStep step;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public Backprop(Cascade cascade, Objective objective, Optimizers optimizers) {
    step = new GlobalStep(cascade, objective, optimizers, Backprop::crossEntropy);
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    return step.run(input, target, learningRate);
  }

  private static Tensor crossEntropy(List<Belief> beliefs, Target target) {
    Belief last = beliefs.get(beliefs.size() - 1);
    return target
        .distribution()
        .times(last.logarithms())
        .sum()
        .times(-1.0 / target.labels().count());
  }
}
