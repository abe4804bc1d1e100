package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Plain backpropagation of the same cascade, the authors' twin: softmaxes between the modules,
 * cross-entropy on the last belief only, gradients through everything.
 */
public final class Backprop implements Method {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public Backprop(Cascade cascade, Objective objective, Optimizers optimizers) {
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<Belief> beliefs = GlobalForward.beliefs(cascade, input);
      List<Measure> measures = measure(objective, beliefs, target);
      Tensor loss = crossEntropy(beliefs.get(cascade.depth()), target);
      if (!Double.isFinite(loss.item())) {
        throw new DivergedException("module " + cascade.depth(), "loss " + loss.item());
      }
      List<Tensor> gradients =
          Autograd.gradients(loss, Tensor.full(1, loss.type()), cascade.parameters().tensors());
      optimizers.stepAll(gradients, learningRate);
      return new StepReport(loss.item(), measures);
    }
  }

  private static Tensor crossEntropy(Belief p, Target target) {
    return target.distribution().times(p.logarithms()).sum().times(-1.0 / target.labels().count());
  }

  static List<Measure> measure(Objective objective, List<Belief> beliefs, Target target) {
    List<Measure> measures = new ArrayList<>();
    for (int i = 0; i + 1 < beliefs.size(); i++) {
      measures.add(objective.measure(i, beliefs.get(i + 1), target, beliefs.get(i)));
    }
    return measures;
  }
}
