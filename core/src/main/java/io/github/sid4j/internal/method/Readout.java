package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The classifier of a whole network on features that are constants for it: its belief, and the
 * gradients of its cross-entropy for what is trained by it.
 */
public final class Readout {
  private final BeliefModule module;
  private final Target target;
  private final Tensor features;
  private final Tensor logits;
  private final Belief before;
  private final Belief belief;

  /**
   * Reads features.
   *
   * @param cascade a whole network and its classifier
   * @param extractorFeatures of a batch; they need no graph
   * @param target of that batch
   */
  public Readout(Cascade cascade, Tensor extractorFeatures, Target target) {
    this.target = target;
    module = cascade.modules().get(0);
    features = extractorFeatures.detach().requireGradient();
    before = cascade.firstBelief(target.distribution());
    logits = module.logits(before.probabilities(), features);
    belief = Belief.of(logits.detach());
  }

  /**
   * Makes sure that a cascade is a whole network and its classifier.
   *
   * @param cascade to look at
   * @throws IllegalArgumentException if it is not
   */
  public static void check(Cascade cascade) {
    if (cascade.depth() != 1 || cascade.modules().get(0).carriesStage()) {
      throw new IllegalArgumentException(
          "a whole network expected one module without a stage, found " + cascade.depth());
    }
  }

  /** p_0 and p_1, without a graph. */
  public List<Belief> beliefs() {
    return List.of(before, belief);
  }

  /** The cross-entropy, mean over the batch. */
  public double loss() {
    return Backprop.crossEntropy(belief, target).item();
  }

  /** The gradient of the cross-entropy on the logits, (p - p_y) / B, [B, N]. */
  public Tensor error() {
    return belief.probabilities().minus(target.distribution()).times(1.0 / target.labels().count());
  }

  /**
   * Takes the cross-entropy backward, which frees the graph.
   *
   * @return gradients on the classifier's parameters, and on the features
   */
  public LocalGradients backward() {
    List<Tensor> inputs = new ArrayList<>(module.parameters().tensors());
    inputs.add(features);
    List<Tensor> all = Autograd.gradients(logits, error(), inputs);
    int own = inputs.size() - 1;
    return new LocalGradients(all.subList(0, own), all.get(own));
  }
}
