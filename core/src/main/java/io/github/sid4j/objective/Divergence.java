package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;

/**
 * The direction in which a belief p is compared with a reference r (the target, or the belief
 * before), and what follows from it. With weights a and 1 - a on two references, either direction
 * has one minimiser t and one floor, and the loss above the floor is the divergence between p and
 * t: so both the gradient on the logits and the floor are known in closed form.
 *
 * <p>All results are sums over the classes, one number for each sample, [B, 1], in nats.
 *
 * <p>Constants, safe for several threads.
 */
public enum Divergence {
  /**
   * KL(r || p), the direction of the authors' code. The minimiser is the arithmetic mixture {@code
   * t = a p_y + (1 - a) p_before}.
   */
  FORWARD {
    @Override
    Tensor toTarget(Belief p, Tensor target) {
      return Functional.xLogY(target, target).minus(target.times(p.logarithms())).sumLast();
    }

    @Override
    Tensor toBefore(Belief p, Belief before) {
      return before.probabilities().times(before.logarithms().minus(p.logarithms())).sumLast();
    }

    @Override
    Tensor logitsGradient(double a, Belief p, Tensor target, Belief before) {
      return p.probabilities().minus(mixture(a, target, before));
    }

    @Override
    Tensor floor(double a, Tensor target, Belief before) {
      Tensor t = mixture(a, target, before);
      Tensor parts =
          Functional.xLogY(target, target)
              .times(a)
              .plus(before.probabilities().times(before.logarithms()).times(1 - a));
      return parts.minus(Functional.xLogY(t, t)).sumLast();
    }
  },

  /**
   * KL(p || r), the direction of the paper's text. The minimiser is the geometric mixture {@code t
   * ~ p_y^a p_before^(1 - a)}. Targets need full support: label smoothing above 0.
   */
  REVERSE {
    @Override
    Tensor toTarget(Belief p, Tensor target) {
      return p.probabilities().times(p.logarithms().minus(target.log())).sumLast();
    }

    @Override
    Tensor toBefore(Belief p, Belief before) {
      return p.probabilities().times(p.logarithms().minus(before.logarithms())).sumLast();
    }

    @Override
    Tensor logitsGradient(double a, Belief p, Tensor target, Belief before) {
      Tensor excess = p.logarithms().minus(logMixture(a, target, before));
      Tensor loss = p.probabilities().times(excess).sumLast();
      return p.probabilities().times(excess.minus(loss));
    }

    @Override
    Tensor floor(double a, Tensor target, Belief before) {
      return logMixture(a, target, before).exp().sumLast().log().times(-1);
    }

    private Tensor logMixture(double a, Tensor target, Belief before) {
      return target.log().times(a).plus(before.logarithms().times(1 - a));
    }
  };

  /** The arithmetic mixture of the references, the forward minimiser. */
  static Tensor mixture(double a, Tensor target, Belief before) {
    return target.times(a).plus(before.probabilities().times(1 - a));
  }

  /** The divergence between a belief and the target. */
  abstract Tensor toTarget(Belief p, Tensor target);

  /** The divergence between a belief and the belief before it. */
  abstract Tensor toBefore(Belief p, Belief before);

  /** The gradient of each sample's weighted loss on its logits, [B, N]. */
  abstract Tensor logitsGradient(double a, Belief p, Tensor target, Belief before);

  /** The least that each sample's weighted loss can be, whatever p. */
  abstract Tensor floor(double a, Tensor target, Belief before);
}
