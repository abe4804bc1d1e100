package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.Sid;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * NoProp as the authors of SID have it in the code that they compare with: every module learns, by
 * the mean squared error, to predict the one-hot label from one with noise and from the features
 * that all of them share. The extractor gets the sum of their gradients, as in {@link Sid}.
 */
public final class SimplifiedNoProp implements StepwiseMethod {
  private final Cascade cascade;
  private final List<DenoisingModule> modules;
  private final Objective objective;
  private final Optimizers optimizers;

  /**
   * Prepares the method.
   *
   * @param cascade of {@link DenoisingModule}s; trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public SimplifiedNoProp(Cascade cascade, Objective objective, Optimizers optimizers) {
    modules =
        ForwardingModule.innermost(
            cascade.modules(),
            DenoisingModule.class,
            "simplified NoProp expected modules that denoise");
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Tensor given = cascade.extractor().forward(input);
      Tensor read = given.detach().requireGradient();
      // In training as in inference, a module is measured on what those before it made of noise.
      List<Measure> measures = objective.measures(cascade.allBeliefs(read.detach()), target);
      Tensor onFeatures = read.detach().zerosLike();
      double sum = 0;
      for (int i = 0; i < cascade.depth(); i++) {
        try (Scope scope = Scope.open()) {
          List<Tensor> inputs = new ArrayList<>(cascade.modules().get(i).parameters().tensors());
          inputs.add(read);
          Tensor loss = loss(i, read, target);
          sum += loss.item();
          List<Tensor> found = Autograd.gradients(loss, inputs);
          onFeatures.inPlace().plus(found.get(inputs.size() - 1), 1);
          optimizers.stepModule(i, found.subList(0, inputs.size() - 1), learningRate);
        }
      }
      if (!Double.isFinite(sum)) {
        throw new DivergedException("modules", "loss " + sum);
      }
      List<Tensor> ofExtractor =
          Autograd.gradients(given, onFeatures, cascade.extractor().parameters().tensors());
      optimizers.stepExtractor(ofExtractor, learningRate);
      return new StepReport(sum, target.labels().count(), measures);
    }
  }

  /** Of one module, mean over samples and classes. */
  private Tensor loss(int index, Tensor read, Target target) {
    DenoisingModule module = modules.get(index);
    Tensor label = target.distribution();
    Tensor error;
    try (Precision.Mode mode = cascade.precision().open()) {
      error = module.guess(module.noised(label), read).minus(label);
    }
    return error.times(error).sum().times(1.0 / label.count());
  }
}
