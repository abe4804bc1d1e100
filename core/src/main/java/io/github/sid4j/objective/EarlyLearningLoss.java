package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.objective.StoredBeliefs;

/**
 * A loss with early-learning regularization (Liu et al., NeurIPS 2020, arXiv 2007.00151): {@code
 * loss + lambda log(1 - s)}, {@code s = <q, p>}, with q the last module's stored belief of the
 * sample. Its gradient on the logits is {@code -lambda p (q - s) / (1 - s)}. A sample without a
 * stored belief has q = 0, and so the loss alone.
 *
 * <p>q counts as a little less than it is, so that the logarithm of two certain beliefs is finite.
 *
 * @param plain the loss
 * @param lambda above 0
 */
record EarlyLearningLoss(ModuleLoss plain, double lambda) implements ModuleLoss {
  /** What q is multiplied by. The logarithm is at least that of what is left of 1. */
  static final double CERTAINTY = 1 - 1e-4;

  @Override
  public Tensor perSample(Belief p, Target target, Belief before) {
    Tensor loss = plain.perSample(p, target, before);
    return target
        .stored()
        .map(stored -> loss.plus(left(agreement(p, certain(stored))).log().times(lambda)))
        .orElse(loss);
  }

  @Override
  public Tensor logitsGradient(Belief p, Target target, Belief before) {
    Tensor gradient = plain.logitsGradient(p, target, before);
    return target
        .stored()
        .map(
            stored -> {
              Tensor q = certain(stored);
              Tensor s = agreement(p, q);
              Tensor pull = p.probabilities().times(q.minus(s)).dividedBy(left(s));
              return gradient.minus(pull.times(lambda));
            })
        .orElse(gradient);
  }

  /** Of the sum no minimum is known in closed form: the sum of the two least values. */
  @Override
  public Tensor floor(Target target, Belief before) {
    Tensor floor = plain.floor(target, before);
    return target
        .stored()
        .map(stored -> floor.plus(left(certain(stored).maxLast()).log().times(lambda)))
        .orElse(floor);
  }

  private static Tensor certain(StoredBeliefs stored) {
    return stored.probabilities().times(CERTAINTY);
  }

  private static Tensor agreement(Belief p, Tensor q) {
    return p.probabilities().times(q).sumLast();
  }

  private static Tensor left(Tensor s) {
    return s.times(-1).inPlace().plus(1).tensor();
  }
}
