package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;

/**
 * The generalized cross entropy (Zhang and Sabuncu, NeurIPS 2018, arXiv 1805.07836) to the target:
 * {@code (1 - sum_k p_y,k p_k^q) / q}, at most 1/q whatever the belief. It becomes the cross
 * entropy as q falls to 0. With a one-hot target its gradient on the logits is {@code p_y^q (p -
 * y)}.
 *
 * @param q above 0 and at most 1
 */
record GeneralizedCrossEntropy(double q) implements ModuleLoss {
  @Override
  public Tensor perSample(Belief p, Target target, Belief before) {
    return loss(powers(p, target).sumLast());
  }

  @Override
  public Tensor logitsGradient(Belief p, Target target, Belief before) {
    Tensor powers = powers(p, target);
    return p.probabilities().times(powers.sumLast()).minus(powers);
  }

  /**
   * The sum is largest at {@code p ~ p_y^(1 / (1 - q))}, where it is the norm of p_y of that
   * exponent. Numbers are divided by the largest first, since their powers may underflow.
   */
  @Override
  public Tensor floor(Target target, Belief before) {
    Tensor most = target.distribution().maxLast();
    if (q < 1) {
      Tensor shares = target.distribution().dividedBy(most).log().times(1 / (1 - q)).exp();
      most = most.times(shares.sumLast().log().times(1 - q).exp());
    }
    Tensor floor = loss(most);
    long[] shape = before.probabilities().shape();
    return shape.length == 3 ? floor.repeated(shape[0]) : floor;
  }

  /** p_y,k p_k^q, by the logarithms, which do not underflow. */
  private Tensor powers(Belief p, Target target) {
    return target.distribution().times(p.logarithms().times(q).exp());
  }

  private Tensor loss(Tensor sum) {
    return sum.times(-1 / q).inPlace().plus(1 / q).tensor();
  }
}
