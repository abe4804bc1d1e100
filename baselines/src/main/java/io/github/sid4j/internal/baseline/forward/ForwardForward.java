package io.github.sid4j.internal.baseline.forward;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * Forward-forward (Hinton, 2022, arXiv 2212.13345): every layer learns alone to have much goodness
 * for samples with their label and little for samples with a wrong one, {@code log(1 + exp(theta -
 * G+)) + log(1 + exp(G- - theta))}, mean over the batch. The threshold theta is the layer's width:
 * goodness is compared with that of activities whose mean square is 1.
 */
public final class ForwardForward implements StepwiseMethod {
  private final Cascade cascade;
  private final LabelCandidates trials;
  private final List<GoodnessModule> layers;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade of {@link GoodnessModule}s behind {@link LabelCandidates}; trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public ForwardForward(Cascade cascade, Objective objective, Optimizers optimizers) {
    if (!(ForwardingLayer.innermost(cascade.extractor()) instanceof LabelCandidates labels)) {
      throw new IllegalArgumentException("forward-forward expected an extractor that tries labels");
    }
    layers =
        ForwardingModule.innermost(
            cascade.modules(),
            GoodnessModule.class,
            "forward-forward expected layers that have goodness");
    this.cascade = cascade;
    this.trials = labels;
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<Measure> measures = measures(input, target);
      DType type = input.type();
      Tensor positive = trials.with(input, trials.right(target.labels(), type));
      Tensor negative = trials.with(input, trials.wrong(target.labels(), type));
      Tensor h = Functional.append(List.of(positive, negative));
      double sum = 0;
      for (int i = 0; i < layers.size(); i++) {
        try (Scope scope = Scope.open()) {
          Tensor y;
          try (Precision.Mode mode = cascade.precision().open()) {
            y = layers.get(i).activities(h.detach());
          }
          Tensor loss = loss(y);
          double value = loss.item();
          if (!Double.isFinite(value)) {
            throw new DivergedException("module " + (i + 1), "loss " + value);
          }
          sum += value;
          List<Tensor> parameters = layers.get(i).parameters().tensors();
          optimizers.stepModule(i, Autograd.gradients(loss, parameters), learningRate);
          h = scope.moveTo(step, y.detach());
        }
      }
      return new StepReport(sum, target.labels().count(), measures);
    }
  }

  private List<Measure> measures(Tensor input, Target target) {
    try (Autograd.Mode off = Autograd.off();
        Scope scope = Scope.open()) {
      return objective.measures(cascade.allBeliefs(cascade.extractor().forward(input)), target);
    }
  }

  /** Of activities whose first half is of right labels, and the second of wrong ones. */
  private static Tensor loss(Tensor activities) {
    long batch = activities.size(0) / 2;
    Tensor excess =
        GoodnessModule.goodness(activities)
            .minus(activities.factory().full((double) activities.size(1), activities.type()));
    Tensor positive = excess.narrowFirst(0, batch);
    Tensor negative = excess.narrowFirst(batch, batch);
    return softplus(positive.times(-1)).plus(softplus(negative)).times(1.0 / batch);
  }

  /** {@code log(1 + exp(x))}, summed. */
  private static Tensor softplus(Tensor x) {
    Tensor both = Functional.concatenate(x, x.times(0));
    return Functional.logSoftmax(both).narrowLast(1, 1).sum().times(-1);
  }
}
