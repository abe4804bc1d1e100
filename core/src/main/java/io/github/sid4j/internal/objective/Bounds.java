package io.github.sid4j.internal.objective;

import io.github.sid4j.objective.Divergence;

/**
 * What is proven of D_i, the divergence between the belief of module i and the target, along a
 * cascade that begins with the uniform belief: docs/concepts/method.md, "Bounds". In nats, in the
 * direction of the objective.
 */
public final class Bounds {
  private final Divergence divergence;
  private final double[] alphas;

  /** KL(p_y || p_0) and KL(p_0 || p_y). */
  private final double fromTarget;

  private final double fromStart;

  /** For targets of so much smoothing. */
  public Bounds(Divergence divergence, double smoothing, double[] alphas, int classes) {
    this.divergence = divergence;
    this.alphas = alphas.clone();
    double other = smoothing / classes;
    double label = 1 - smoothing + other;
    double logClasses = Math.log(classes);
    fromTarget =
        logClasses
            + label * Math.log(label)
            + (smoothing == 0 ? 0 : (classes - 1) * other * Math.log(other));
    fromStart = -logClasses - (Math.log(label) + (classes - 1) * Math.log(other)) / classes;
  }

  /**
   * D_0, of the uniform belief.
   *
   * @return the same for every label
   */
  public double start() {
    return divergence == Divergence.FORWARD ? fromTarget : fromStart;
  }

  /**
   * What D_i cannot exceed: {@code D_0 - sum (1 - a_j)/a_j C_j + sum e_j/a_j} over the modules up
   * to i.
   *
   * @param klPrevious C_j of each module
   * @param slack e_j of each module, by how much its loss is above that of handing its input on
   * @return for each module
   */
  public double[] telescoped(double[] klPrevious, double[] slack) {
    double[] bounds = new double[alphas.length];
    double bound = start();
    for (int i = 0; i < alphas.length; i++) {
      bound += (slack[i] - (1 - alphas[i]) * klPrevious[i]) / alphas[i];
      bounds[i] = bound;
    }
    return bounds;
  }

  /**
   * What D_i would not exceed if every module were at its best. Forward that is {@code D_0 prod (1
   * - a_j)} over the modules up to i, reverse {@code KL(p_y || p_0) prod (1 - a_j) / a_i}.
   *
   * @return for each module
   */
  public double[] atBest() {
    double[] bounds = new double[alphas.length];
    double product = fromTarget;
    for (int i = 0; i < alphas.length; i++) {
      product *= 1 - alphas[i];
      bounds[i] = divergence == Divergence.FORWARD ? product : product / alphas[i];
    }
    return bounds;
  }
}
