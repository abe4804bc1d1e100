package io.github.sid4j.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import java.util.List;

/** Gradients on logits in closed form, held to those of autograd and to finite differences. */
final class LogitsGradients {
  private LogitsGradients() {}

  /**
   * Compares the three.
   *
   * @param module whose loss it is, from 0
   * @param logits in double precision, which require their gradient
   */
  static void check(Objective objective, int module, Tensor logits, Target target, Belief before) {
    Tensor loss = objective.loss(module, Belief.of(logits), target, before);
    double[] autograd =
        Autograd.gradients(loss, Tensor.full(1, DType.FLOAT64), List.of(logits)).get(0).toDoubles();
    double[] closed =
        objective.logitsGradient(module, Belief.of(logits.detach()), target, before).toDoubles();
    assertThat(closed).containsExactly(autograd, within(1e-9));

    double[] values = logits.toDoubles();
    for (int j = 0; j < values.length; j++) {
      double above = loss(objective, module, values, j, 1e-5, target, before);
      double below = loss(objective, module, values, j, -1e-5, target, before);
      assertThat(closed[j]).isCloseTo((above - below) / 2e-5, within(1e-6));
    }
  }

  private static double loss(
      Objective objective,
      int module,
      double[] logits,
      int j,
      double step,
      Target target,
      Belief before) {
    double[] moved = logits.clone();
    moved[j] += step;
    Belief p = Belief.of(Tensor.of(moved, target.distribution().shape()));
    return objective.loss(module, p, target, before).item();
  }
}
