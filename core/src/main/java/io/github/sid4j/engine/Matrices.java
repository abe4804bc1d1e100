package io.github.sid4j.engine;

import org.bytedeco.pytorch.global.torch;

/**
 * Linear algebra of square matrices. Safe for several threads, each with tensors that no other
 * changes.
 */
public final class Matrices {
  private Matrices() {}

  /**
   * The inverse of a matrix with a number added to its diagonal.
   *
   * @param matrix [n, n]; with the number added it has an inverse
   * @param ridge the number
   * @return [n, n], with gradients if the matrix has them
   */
  public static Tensor ridgeInverse(Tensor matrix, double ridge) {
    long[] shape = matrix.shape();
    if (shape.length != 2 || shape[0] != shape[1]) {
      throw Functional.mismatch("an inverse", "[n, n]", shape);
    }
    Tensor diagonal = matrix.factory().full(ridge, matrix.type(), shape[0]);
    return new Tensor(torch.linalg_inv(matrix.pointer().add(torch.diag_embed(diagonal.pointer()))));
  }
}
