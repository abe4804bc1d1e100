package io.github.sid4j.internal.baseline.signals;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.internal.objective.Similarity;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Local error signals (Nøkland and Eidnes, ICML 2019, arXiv 1901.06656): every stage is trained
 * alone, with its head, to classify, and to have features that are similar where the labels are:
 * {@code (1 - beta) cross-entropy + beta similarity matching}, their "predsim"; "pred" with beta 0.
 */
public final class LocalSignals implements StepwiseMethod {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;
  private final double beta;

  /**
   * Prepares the method.
   *
   * @param cascade of stages without an extractor that is trained; trained in place. Those that are
   *     no {@link SimilarityModule} only learn to classify
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   * @param beta weight of similarity matching, at least 0 and below 1; the authors' is 0.99
   */
  public LocalSignals(Cascade cascade, Objective objective, Optimizers optimizers, double beta) {
    if (!cascade.extractor().parameters().byName().isEmpty()) {
      throw new IllegalArgumentException(
          "local error signals train stages, and found an extractor");
    }
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
    this.beta = beta;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Tensor h = cascade.extractor().forward(input);
      List<Belief> beliefs = new ArrayList<>(cascade.depth() + 1);
      beliefs.add(cascade.firstBelief(target.distribution()));
      double sum = 0;
      for (int i = 0; i < cascade.depth(); i++) {
        try (Scope stage = Scope.open()) {
          BeliefModule module = cascade.modules().get(i);
          Tensor features = module.advance(h.detach());
          Belief p = Belief.of(module.logits(beliefs.get(i).probabilities(), features));
          Tensor loss = loss(module, features, p, target);
          sum += loss.item();
          optimizers.stepModule(
              i, Autograd.gradients(loss, module.parameters().tensors()), learningRate);
          h = stage.moveTo(step, features.detach());
          beliefs.add(
              new Belief(p.probabilities().detach(), p.logarithms().detach()).move(stage, step));
        }
      }
      return new StepReport(sum, target.labels().count(), objective.measures(beliefs, target));
    }
  }

  private Tensor loss(BeliefModule module, Tensor features, Belief p, Target target) {
    Tensor prediction = Backprop.crossEntropy(p, target).times(1 - beta);
    if (!(ForwardingModule.innermost(module) instanceof SimilarityModule similar)) {
      return prediction;
    }
    Tensor compared;
    try (Precision.Mode mode = cascade.precision().open()) {
      compared = similar.compared(features);
    }
    return prediction.plus(Similarity.loss(compared, target).times(beta));
  }
}
