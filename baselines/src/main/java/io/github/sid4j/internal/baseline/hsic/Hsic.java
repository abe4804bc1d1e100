package io.github.sid4j.internal.baseline.hsic;

import io.github.sid4j.engine.Matrices;
import io.github.sid4j.engine.Tensor;

/**
 * The normalised Hilbert-Schmidt independence criterion (Fukumizu et al., NIPS 2007; as Ma, Lewis
 * and Kleijn use it, AAAI 2020): how much two views of the same samples depend on each other, from
 * the samples of a batch. Of each view it needs one matrix of all pairs, {@link #kernel}; the
 * criterion is the trace of the product of two.
 */
public final class Hsic {
  /** Of the regularisation, for each sample; the authors'. */
  private static final double EPSILON = 1e-5;

  private final double sigma;

  /**
   * Sets the kernel.
   *
   * @param sigma width of the Gaussian for a view of one number, above 0; for a view of d numbers
   *     it is sqrt(d) times as wide
   */
  public Hsic(double sigma) {
    this.sigma = sigma;
  }

  /**
   * The normalised kernel of a view: {@code K (K + B eps I)^-1}, where K is the Gaussian kernel
   * {@code exp(-|a - b|^2 / (2 sigma^2 d))} of all pairs, centred.
   *
   * @param samples [B, ...] of d numbers each, finite
   * @return [B, B], symmetric, with gradients if the samples have them
   */
  public Tensor kernel(Tensor samples) {
    long batch = samples.size(0);
    Tensor centred = centred(gaussian(samples.widened().reshape(batch, -1)));
    return centred.matmul(Matrices.ridgeInverse(centred, EPSILON * batch));
  }

  /**
   * The Gaussian kernel less 1, which centring takes away again: samples that are close, or far
   * from 0, would leave little of the digits.
   */
  private Tensor gaussian(Tensor samples) {
    Tensor means = samples.transposed().sumLast().times(1.0 / samples.size(0));
    Tensor vectors = samples.minus(means.transposed());
    Tensor lengths = vectors.times(vectors).sumLast();
    Tensor products = vectors.matmul(vectors.transposed());
    Tensor distances = lengths.plus(lengths.transposed()).minus(products.times(2));
    return distances.times(-1 / (2 * sigma * sigma * vectors.size(1))).expMinusOne();
  }

  /** Without the mean of every row and column. */
  private static Tensor centred(Tensor kernel) {
    double share = 1.0 / kernel.size(0);
    Tensor means = kernel.sumLast().times(share);
    return kernel.minus(means).minus(means.transposed()).plus(means.sum().times(share));
  }

  /**
   * The criterion.
   *
   * @param one kernel of a view, or a weighted sum of kernels
   * @param other of the same samples
   * @return the trace of their product: of two kernels at least 0, and 0 if a view says nothing
   */
  public static Tensor dependence(Tensor one, Tensor other) {
    return one.times(other).sum();
  }
}
