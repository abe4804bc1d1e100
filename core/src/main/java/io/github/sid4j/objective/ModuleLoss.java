package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;

/**
 * What one module is trained by. All it gives is for each sample, in nats, before samples are
 * weighted; beliefs may be those of several modules, [modules, B, N]. Implementations are
 * immutable, and equal ones compute alike.
 */
interface ModuleLoss {
  /** The loss as an expression, [.., B, 1], also of the belief before. */
  Tensor perSample(Belief p, Target target, Belief before);

  /** Its gradient on the logits of p, in closed form, [.., B, N]. */
  Tensor logitsGradient(Belief p, Target target, Belief before);

  /** What no belief can be below, [.., B, 1]. */
  Tensor floor(Target target, Belief before);
}
