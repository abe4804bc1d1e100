package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Tensor;

/**
 * The orthogonal factor of a matrix, nearly: its singular vectors with singular values near 1. An
 * iteration of odd polynomials of fifth degree, made to raise small singular values fast rather
 * than to converge: after five rounds all but the smallest lie between about 0.7 and 1.2.
 */
public final class NewtonSchulz {
  private static final double A = 3.4445;
  private static final double B = -4.7750;
  private static final double C = 2.0315;

  /** So that a matrix of zeros stays one. */
  private static final double SMALLEST = 1e-7;

  private NewtonSchulz() {}

  /**
   * Computes it.
   *
   * @param matrix [rows, columns], of any length
   * @param rounds of the iteration, at least 1
   * @return of its shape; without gradients where recording is off
   */
  public static Tensor orthogonal(Tensor matrix, int rounds) {
    boolean tall = matrix.size(0) > matrix.size(1);
    // Products are of the smaller side.
    Tensor x = tall ? matrix.transposed() : matrix;
    x = x.times(1 / (matrix.norm() + SMALLEST));
    for (int round = 0; round < rounds; round++) {
      Tensor square = x.matmul(x.transposed());
      Tensor polynomial = square.matmul(square).inPlace().times(C).plus(square, B).tensor();
      x = polynomial.matmul(x).inPlace().plus(x, A).tensor();
    }
    return tall ? x.transposed() : x;
  }
}
