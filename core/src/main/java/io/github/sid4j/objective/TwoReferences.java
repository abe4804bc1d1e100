package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Tensor;

/**
 * The divergence to the target against that to a teacher: {@code a D(p_y, p) + (1 - a) D(r, p)}.
 *
 * @param weight a, above 0 and at most 1
 * @param teacher chooses r
 */
record TwoReferences(Divergence divergence, double weight, Teacher teacher) implements ModuleLoss {
  @Override
  public Tensor perSample(Belief p, Target target, Belief before) {
    Tensor toTarget = divergence.toTarget(p, target.distribution());
    Tensor toTeacher = divergence.toBefore(p, teacher.of(before));
    return toTarget.times(weight).plus(toTeacher.times(1 - weight));
  }

  @Override
  public Tensor logitsGradient(Belief p, Target target, Belief before) {
    return divergence.logitsGradient(weight, p, target.distribution(), teacher.of(before));
  }

  @Override
  public Tensor floor(Target target, Belief before) {
    return divergence.floor(weight, target.distribution(), teacher.of(before));
  }

  /** t, the belief that is at the floor, where the divergence is forward. */
  Tensor mixture(Target target, Belief before) {
    return Divergence.mixture(weight, target.distribution(), teacher.of(before));
  }
}
