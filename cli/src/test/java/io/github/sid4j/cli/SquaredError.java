package io.github.sid4j.cli;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/** A method as a user may write it: backpropagation of the last belief's squared error. */
final class SquaredError implements StepwiseMethod {
  private final MethodParts parts;

  SquaredError(MethodParts parts) {
    this.parts = parts;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Tensor features = parts.cascade().extractor().forward(input);
      List<Belief> beliefs = new ArrayList<>();
      beliefs.add(parts.cascade().firstBelief(features));
      for (BeliefModule module : parts.cascade().modules()) {
        Belief before = beliefs.get(beliefs.size() - 1);
        beliefs.add(Belief.of(module.logits(before.probabilities(), features)));
      }
      List<Measure> measures = parts.objective().measures(beliefs, target);
      Tensor last = beliefs.get(beliefs.size() - 1).probabilities();
      Tensor error = last.minus(target.distribution());
      double weight = parts.settings().get(SquaredErrorSpec.WEIGHT) / input.size(0);
      Tensor loss = error.times(error).sum().times(weight);
      List<Tensor> parameters = parts.cascade().parameters().tensors();
      parts.optimizers().stepAll(Autograd.gradients(loss, parameters), learningRate);
      return new StepReport(loss.item(), input.size(0), measures);
    }
  }
}
