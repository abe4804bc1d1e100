package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.objective.StoredBeliefs;

/**
 * A forward loss with a share of its references given to the last module's stored belief q of the
 * sample: {@code (1 - b) loss + b KL(q || p)}. The belief at its floor is {@code t = (1 - b) t_0 +
 * b q}, with t_0 that of the loss alone, and the gradient on the logits {@code p - t}. Of a sample
 * without a stored belief b is 0.
 *
 * @param plain forward
 * @param weight b once it has grown, above 0 and below 1
 */
record TemporalLoss(TwoReferences plain, double weight) implements ModuleLoss {
  @Override
  public Tensor perSample(Belief p, Target target, Belief before) {
    Tensor loss = plain.perSample(p, target, before);
    return target
        .stored()
        .map(
            stored ->
                loss.times(rest(stored))
                    .plus(toStored(p, stored).times(stored.shares().times(weight))))
        .orElse(loss);
  }

  @Override
  public Tensor logitsGradient(Belief p, Target target, Belief before) {
    return target
        .stored()
        .map(stored -> p.probabilities().minus(mixture(stored, plain.mixture(target, before))))
        .orElseGet(() -> plain.logitsGradient(p, target, before));
  }

  @Override
  public Tensor floor(Target target, Belief before) {
    Tensor floor = plain.floor(target, before);
    return target
        .stored()
        .map(
            stored -> {
              Tensor best = plain.mixture(target, before);
              Tensor apart =
                  negativeEntropy(best)
                      .times(rest(stored))
                      .plus(
                          negativeEntropy(stored.probabilities())
                              .times(stored.shares().times(weight)));
              return floor
                  .times(rest(stored))
                  .plus(apart)
                  .minus(negativeEntropy(mixture(stored, best)));
            })
        .orElse(floor);
  }

  private static Tensor toStored(Belief p, StoredBeliefs stored) {
    return Divergence.FORWARD.toTarget(p, stored.probabilities());
  }

  private Tensor mixture(StoredBeliefs stored, Tensor best) {
    return best.times(rest(stored))
        .plus(stored.probabilities().times(stored.shares().times(weight)));
  }

  /** 1 - b of each sample, [B, 1]. */
  private Tensor rest(StoredBeliefs stored) {
    return stored.shares().times(-weight).inPlace().plus(1).tensor();
  }

  private static Tensor negativeEntropy(Tensor belief) {
    return Functional.xLogY(belief, belief).sumLast();
  }
}
