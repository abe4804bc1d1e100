package io.github.sid4j.internal.baseline.feedback;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.WeightSubstitution;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.GlobalStep;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Feedback alignment (Lillicrap et al., Nature Communications 2016): backpropagation in which every
 * layer hands the error back through fixed random weights in the place of its own. The forward, and
 * each layer's own gradient from the error that reaches it, are those of {@link Backprop}. So is
 * the work: the same operations, on the feedback weights' numbers.
 */
public final class FeedbackAlignment implements StepwiseMethod {
  private final Cascade cascade;
  private final FeedbackExtractor feedback;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade that has a {@link FeedbackExtractor}; trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public FeedbackAlignment(Cascade cascade, Objective objective, Optimizers optimizers) {
    if (!(ForwardingLayer.innermost(cascade.extractor()) instanceof FeedbackExtractor extractor)) {
      throw new IllegalArgumentException("feedback alignment expected an extractor with feedback");
    }
    this.cascade = cascade;
    this.feedback = extractor;
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<Measure> measures;
      double value;
      List<Tensor> gradients;
      try (WeightSubstitution copies = WeightSubstitution.of(feedback.weights(), type())) {
        List<Belief> beliefs = GlobalStep.forward(cascade, input);
        measures = objective.measures(beliefs, target);
        Tensor loss = Backprop.crossEntropy(beliefs.get(cascade.depth()), target);
        value = loss.item();
        copies.become(feedback.feedback());
        gradients = Autograd.gradients(loss, cascade.parameters().tensors());
      }
      gradients.replaceAll(Tensor::widened);
      optimizers.stepAll(gradients, learningRate);
      return new StepReport(value, target.labels().count(), measures);
    }
  }

  /** What the layers compute in. */
  private DType type() {
    return cascade.precision() == Precision.BF16
        ? DType.BFLOAT16
        : feedback.feedback().get(0).type();
  }
}
