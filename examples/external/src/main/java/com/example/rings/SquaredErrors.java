package com.example.rings;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/** An own method: backpropagation of the squared error of every belief. */
final class SquaredErrors implements Method {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;

  SquaredErrors(Cascade cascade, Objective objective, Optimizers optimizers) {
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public List<StepReport> take(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Tensor features = cascade.extractor().forward(input);
      List<Belief> beliefs = new ArrayList<>();
      beliefs.add(cascade.firstBelief(features));
      Tensor loss = null;
      for (BeliefModule module : cascade.modules()) {
        Belief before = beliefs.get(beliefs.size() - 1);
        Belief belief = Belief.of(module.logits(before.probabilities(), features));
        beliefs.add(belief);
        Tensor error = belief.probabilities().minus(target.distribution());
        Tensor squared = error.times(error).sum().times(1.0 / input.size(0));
        loss = loss == null ? squared : loss.plus(squared);
      }
      optimizers.stepAll(
          Autograd.gradients(loss, cascade.parameters().tensors()), learningRate);
      return List.of(
          new StepReport(loss.item(), input.size(0), objective.measures(beliefs, target)));
    }
  }
}
