package io.github.sid4j.optim;

import java.util.List;

/**
 * How the learning rate changes over a run, as a factor on its nominal value. Safe for several
 * threads: a pure function of its arguments.
 */
@FunctionalInterface
public interface Schedule {
  /**
   * The factor of one step.
   *
   * @param epochs trained before this step, with its fraction: 2.5 is the middle of the third
   * @return at least 0
   */
  double factor(double epochs);

  /**
   * No change.
   *
   * @return always 1
   */
  static Schedule constant() {
    return epochs -> 1;
  }

  /**
   * Half a cosine from 1 to 0 (Loshchilov and Hutter, ICLR 2017, without restarts).
   *
   * @param total length of the run in epochs
   * @return 1 at the beginning, 0 at the end
   */
  static Schedule cosine(double total) {
    return epochs -> (1 + Math.cos(Math.PI * Math.min(1, epochs / total))) / 2;
  }

  /**
   * A straight line up to 1 and another down, as in one-cycle training (Smith and Topin, 2018).
   *
   * @param total length of the run in epochs
   * @param peak epochs until the factor is 1, 0 to total
   * @param start the first factor
   * @param end the last factor
   * @return between them
   */
  static Schedule triangular(double total, double peak, double start, double end) {
    return epochs ->
        epochs < peak
            ? start + (1 - start) * epochs / peak
            : 1 + (end - 1) * Math.min(1, (epochs - peak) / Math.max(total - peak, 1e-9));
  }

  /**
   * A drop at each milestone.
   *
   * @param milestones epochs after which the rate is multiplied
   * @param gamma what it is multiplied by
   * @return gamma to the power of the milestones passed
   */
  static Schedule steps(List<Integer> milestones, double gamma) {
    List<Integer> fixed = List.copyOf(milestones);
    return epochs -> Math.pow(gamma, (double) fixed.stream().filter(m -> epochs >= m).count());
  }

  /**
   * A linear rise to this schedule's value.
   *
   * @param warmup length of the rise in epochs, 0 for none
   * @param stepsPerEpoch so that the first step, too, moves: it gets the share of one step
   * @return this schedule with the rise before it
   */
  default Schedule warmUp(double warmup, long stepsPerEpoch) {
    return epochs ->
        epochs < warmup
            ? factor(epochs) * Math.min(1, (epochs + 1.0 / stepsPerEpoch) / warmup)
            : factor(epochs);
  }
}
