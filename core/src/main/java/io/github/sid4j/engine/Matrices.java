package io.github.sid4j.engine;

import org.bytedeco.pytorch.T_TensorTensor_T;
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

  /**
   * The eigenvalues and eigenvectors of a symmetric matrix.
   *
   * @param values [n], rising
   * @param vectors [n, n]; column i is the unit vector of value i, up to its sign
   */
  public record Eigen(Tensor values, Tensor vectors) {}

  /**
   * The directions that a symmetric matrix only stretches.
   *
   * @param matrix [n, n], symmetric
   * @return its eigenvalues and eigenvectors
   */
  public static Eigen eigen(Tensor matrix) {
    long[] shape = matrix.shape();
    if (shape.length != 2 || shape[0] != shape[1]) {
      throw Functional.mismatch("eigenvectors", "[n, n]", shape);
    }
    T_TensorTensor_T both = torch.linalg_eigh(matrix.pointer());
    // A tensor taken from the pair dies with the pair, so that handles are copied.
    Eigen eigen =
        new Eigen(
            new Tensor(new org.bytedeco.pytorch.Tensor(both.get0())),
            new Tensor(new org.bytedeco.pytorch.Tensor(both.get1())));
    both.close();
    return eigen;
  }
}
