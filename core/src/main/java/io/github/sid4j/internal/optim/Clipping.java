package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Tensor;
import java.util.List;

/** Bounds the length of gradients (Pascanu, Mikolov and Bengio, ICML 2013). */
public final class Clipping {
  private Clipping() {}

  /**
   * Scales gradients down in place if together they are longer than allowed.
   *
   * @param gradients taken as one long vector
   * @param maxNorm the longest allowed Euclidean norm, above 0
   */
  public static void byNorm(List<Tensor> gradients, double maxNorm) {
    double squares = 0;
    for (Tensor gradient : gradients) {
      double norm = gradient.norm();
      squares += norm * norm;
    }
    double norm = Math.sqrt(squares);
    if (norm > maxNorm) {
      for (Tensor gradient : gradients) {
        gradient.inPlace().times(maxNorm / norm);
      }
    }
  }
}
