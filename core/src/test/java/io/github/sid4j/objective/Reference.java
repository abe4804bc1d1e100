package io.github.sid4j.objective;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;

/** The mathematics of the objective, written out on arrays of one sample. */
public final class Reference {
  private Reference() {}

  public static Objective objective(Divergence divergence, double alpha) {
    return new Objective(divergence, smoothing(divergence), alpha);
  }

  /** The reverse divergence needs some. */
  public static double smoothing(Divergence divergence) {
    return divergence == Divergence.REVERSE ? 0.1 : 0;
  }

  /** KL(p || q) in nats. */
  public static double kl(double[] p, double[] q) {
    double sum = 0;
    for (int j = 0; j < p.length; j++) {
      sum += p[j] == 0 ? 0 : p[j] * Math.log(p[j] / q[j]);
    }
    return sum;
  }

  /** The divergence of an objective between a reference and a belief. */
  public static double divergence(Divergence direction, double[] reference, double[] belief) {
    return direction == Divergence.FORWARD ? kl(reference, belief) : kl(belief, reference);
  }

  /** The belief that an objective is least at. */
  public static double[] minimiser(
      Divergence direction, double alpha, double[] target, double[] before) {
    double[] t = new double[target.length];
    double sum = 0;
    for (int j = 0; j < t.length; j++) {
      t[j] =
          direction == Divergence.FORWARD
              ? alpha * target[j] + (1 - alpha) * before[j]
              : Math.pow(target[j], alpha) * Math.pow(before[j], 1 - alpha);
      sum += t[j];
    }
    for (int j = 0; j < t.length; j++) {
      t[j] /= sum;
    }
    return t;
  }

  /** Probabilities of one sample as a belief; the zeros of a one-hot get a very small logarithm. */
  public static Belief belief(double[] probabilities) {
    double[] logarithms = new double[probabilities.length];
    for (int j = 0; j < logarithms.length; j++) {
      logarithms[j] = probabilities[j] == 0 ? -745 : Math.log(probabilities[j]);
    }
    return new Belief(
        Tensor.of(probabilities, 1, probabilities.length),
        Tensor.of(logarithms, 1, logarithms.length));
  }

  public static double[] uniform(int classes) {
    double[] p = new double[classes];
    java.util.Arrays.fill(p, 1.0 / classes);
    return p;
  }

  public static double[] softmax(double[] logits) {
    try (Tensor rows = Tensor.of(logits, 1, logits.length)) {
      return Belief.of(rows).probabilities().toDoubles();
    }
  }

  public static Target target(int label, int classes, double smoothing) {
    return Target.of(new int[] {label}, classes, smoothing, DType.FLOAT64);
  }
}
