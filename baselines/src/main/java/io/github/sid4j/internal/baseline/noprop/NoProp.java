package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * NoProp-DT (Li, Teh and Pascanu, 2025, arXiv 2503.24322): every block learns alone to free class
 * embeddings of noise, given the sample; nothing passes between blocks in training. Minimised is
 * the sum of the blocks' squared errors, each weighted by {@code eta / 2} and the gain in signal to
 * noise, of the cross-entropy of the classifier on the least noisy embeddings, and of the
 * divergence of the noisiest from the noise that inference begins with.
 */
public final class NoProp implements StepwiseMethod {
  private final Cascade cascade;
  private final ClassEmbeddings shared;
  private final List<DenoisingBlock> blocks;
  private final Objective objective;
  private final Optimizers optimizers;
  private final double eta;

  /**
   * Prepares the method.
   *
   * @param cascade of {@link DenoisingBlock}s behind their {@link ClassEmbeddings}; trained in
   *     place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   * @param eta weight of the squared errors, above 0; the authors' is 0.1
   */
  public NoProp(Cascade cascade, Objective objective, Optimizers optimizers, double eta) {
    if (!(ForwardingLayer.innermost(cascade.extractor()) instanceof ClassEmbeddings embeddings)) {
      throw new IllegalArgumentException("NoProp expected an extractor of class embeddings");
    }
    blocks =
        ForwardingModule.innermost(
            cascade.modules(),
            DenoisingBlock.class,
            "NoProp expected modules that are denoising blocks");
    this.cascade = cascade;
    this.shared = embeddings;
    this.objective = objective;
    this.optimizers = optimizers;
    this.eta = eta;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Tensor onEmbeddings = shared.embeddings().detach().zerosLike();
      List<Belief> beliefs = new ArrayList<>();
      beliefs.add(cascade.firstBelief(target.distribution()));
      Tensor state = shared.start(input.size(0));
      double sum = 0;
      for (int i = 0; i < blocks.size(); i++) {
        try (Scope scope = Scope.open()) {
          DenoisingBlock block = blocks.get(i);
          Tensor features;
          Tensor loss;
          try (Precision.Mode mode = cascade.precision().open()) {
            features = block.features(input);
            loss = error(i + 1, features, target);
          }
          sum += loss.item();
          // As in training the block is measured as in inference, on what those before it gave.
          try (Autograd.Mode off = Autograd.off();
              Precision.Mode mode = cascade.precision().open()) {
            state = scope.moveTo(step, block.next(state, features.detach()));
            beliefs.add(Belief.of(shared.classify(state)).move(scope, step));
          }
          List<Tensor> inputs = new ArrayList<>(block.parameters().tensors());
          inputs.add(shared.embeddings());
          List<Tensor> found = Autograd.gradients(loss, inputs);
          onEmbeddings.inPlace().plus(found.get(inputs.size() - 1), 1);
          optimizers.stepModule(i, found.subList(0, inputs.size() - 1), learningRate);
        }
      }
      List<Measure> measures = objective.measures(beliefs, target);
      Tensor loss = ofLabels(target);
      List<Tensor> ofShared = Autograd.gradients(loss, cascade.extractor().parameters().tensors());
      ofShared.get(0).inPlace().plus(onEmbeddings, 1);
      double whole = sum + loss.item();
      if (!Double.isFinite(whole)) {
        throw new DivergedException("extractor", "loss " + whole);
      }
      optimizers.stepExtractor(ofShared, learningRate);
      return new StepReport(whole, target.labels().count(), measures);
    }
  }

  /** The weighted squared error of block t, mean over the batch. */
  private Tensor error(int t, Tensor features, Target target) {
    DenoisingBlock block = blocks.get(t - 1);
    Tensor label = shared.mixed(target.distribution());
    Tensor error = block.estimate(block.noised(label), features).minus(label);
    double weight = eta / 2 * shared.schedule().gain(t) / target.labels().count();
    return error.times(error).sum().times(weight);
  }

  /** What embeddings and classifier learn by themselves: cross-entropy and divergence. */
  private Tensor ofLabels(Target target) {
    NoiseSchedule schedule = shared.schedule();
    Tensor label = shared.mixed(target.distribution());
    Tensor crossEntropy =
        Backprop.crossEntropy(Belief.of(shared.classify(shared.last(label))), target);
    // Of N(sqrt(s) u, 1 - s) from N(0, 1), summed over the numbers of u; s is constant.
    double s = schedule.signal(0);
    double constant = -(s + Math.log1p(-s)) / 2 * label.size(1);
    Tensor divergence = label.times(label).sum().times(s / 2 / label.size(0));
    return crossEntropy
        .plus(divergence)
        .plus(divergence.factory().full(constant, divergence.type()));
  }
}
