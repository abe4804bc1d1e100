package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import java.util.stream.IntStream;

/**
 * How far the beliefs of neighbouring modules are from the target and from each other, sample by
 * sample: what the proofs about cascades speak of. Summed here, in double precision, since several
 * sums of a few numbers are cheaper so than as calls of the engine.
 */
final class SampleDivergences {
  /** A difference in nats that may be rounding. */
  static final double ROUNDING = 1e-6;

  private final int batch;

  /** D of the belief before the first module and of those of the modules, [modules + 1, B]. */
  private final double[] toTarget;

  /** C, [modules, B]. */
  private final double[] toBefore;

  /**
   * Measures.
   *
   * @param beliefs [modules + 1, B, N]: the one before the first module, and those of the modules
   */
  SampleDivergences(Divergence divergence, Belief beliefs, Target target) {
    long modules = beliefs.probabilities().size(0) - 1;
    batch = Math.toIntExact(target.labels().count());
    toTarget = divergence.toTarget(beliefs, target.distribution()).toDoubles();
    toBefore = divergence.toBefore(beliefs.part(1, modules), beliefs.part(0, modules)).toDoubles();
  }

  /** D_i, mean over the samples; i from 0. */
  double klTarget(int i) {
    return mean(toTarget, i + 1, batch);
  }

  /** C_i, mean over the samples. */
  double klPrevious(int i) {
    return mean(toBefore, i, batch);
  }

  /** By how much the module's loss is above that of handing its input on, where it is; a mean. */
  double slack(int i, double alpha) {
    double sum = 0;
    for (int sample = 0; sample < batch; sample++) {
      double change = alpha * rise(i, sample) + (1 - alpha) * toBefore[i * batch + sample];
      // Of no number none is larger: a divergence that is NaN is to show.
      sum += change <= 0 ? 0 : change;
    }
    return sum / batch;
  }

  /** How many samples are further from the target than they were before the module. */
  long regressed(int i) {
    return IntStream.range(0, batch).filter(sample -> rise(i, sample) > ROUNDING).count();
  }

  /** D_i - D_{i-1}. */
  private double rise(int i, int sample) {
    return toTarget[(i + 1) * batch + sample] - toTarget[i * batch + sample];
  }

  /** The mean of a row. */
  static double mean(double[] rows, int row, int length) {
    double sum = 0;
    for (int k = row * length; k < (row + 1) * length; k++) {
      sum += rows[k];
    }
    return sum / length;
  }
}
