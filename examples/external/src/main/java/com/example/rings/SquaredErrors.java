package com.example.rings;

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

/** An own method: backpropagation of the squared error of every belief. */
final class SquaredErrors implements StepwiseMethod {
  private final GlobalStep step;

  SquaredErrors(Cascade cascade, Objective objective, Optimizers optimizers) {
    step = new GlobalStep(cascade, objective, optimizers, SquaredErrors::loss);
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    return step.run(input, target, learningRate);
  }

  /** The sum over the modules; the first belief is nobody's. */
  private static Tensor loss(List<Belief> beliefs, Target target) {
    Tensor sum = squared(beliefs.get(1), target);
    for (Belief belief : beliefs.subList(2, beliefs.size())) {
      sum = sum.plus(squared(belief, target));
    }
    return sum;
  }

  private static Tensor squared(Belief belief, Target target) {
    Tensor error = belief.probabilities().minus(target.distribution());
    return error.times(error).sum().times(1.0 / target.labels().count());
  }
}
