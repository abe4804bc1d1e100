package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Matrices;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/**
 * A convolution whose filters make the pixels of a patch uncorrelated and give each direction the
 * same size (Jordan, 2024, arXiv 2404.00498): the directions are the eigenvectors of the patches of
 * training images, divided by the root of their eigenvalues, once as they are and once negated, so
 * that an activation function behind loses none. Images [B, C, H, W] to [B, 2 k^2 C, H - k + 1, W -
 * k + 1]. The filters are a buffer, {@code weight}; only {@code bias} is trained. They are drawn at
 * first, and {@linkplain #fit fitted} when a run begins.
 *
 * <p>One thread at a time may fit or train it; while nobody does, several threads may compute.
 */
public final class PatchWhitening implements Layer, FitsData {
  /** What is added to eigenvalues, so that directions without contrast are not blown up. */
  private static final double EPSILON = 5e-4;

  private final int channels;
  private final int kernel;
  private final Tensor weight;
  private final Tensor bias;
  private final Conv2d convolution;

  /**
   * Makes the layer with drawn filters and biases of 0.
   *
   * @param channels C
   * @param kernel k, side of a patch
   * @param init draws the filters
   */
  public PatchWhitening(int channels, int kernel, Initializer init) {
    this.channels = channels;
    this.kernel = kernel;
    int numbers = channels * kernel * kernel;
    weight = init.uniformBuffer(numbers, 2L * numbers, channels, kernel, kernel);
    bias = init.constant(0, 2L * numbers);
    convolution = new Conv2d(weight, bias, 1, 0);
  }

  /**
   * How many channels it gives.
   *
   * @param channels of the images
   * @param kernel side of a patch
   * @return two for each number of a patch
   */
  public static int width(int channels, int kernel) {
    return 2 * channels * kernel * kernel;
  }

  /**
   * The convolution that it is.
   *
   * @return over the same tensors
   */
  public Conv2d convolution() {
    return convolution;
  }

  @Override
  public void fit(float[] images, int count, int... shape) {
    int numbers = channels * kernel * kernel;
    PatchMoments moments = new PatchMoments(kernel, shape);
    int size = images.length / count;
    for (int i = 0; i < count; i++) {
      moments.add(images, i * size);
    }
    try (Scope fitting = Scope.open()) {
      Matrices.Eigen eigen = Matrices.eigen(Tensor.of(moments.means(), numbers, numbers));
      double[] values = eigen.values().toDoubles();
      double[] vectors = eigen.vectors().toDoubles();
      double[] filters = new double[2 * numbers * numbers];
      for (int i = 0; i < numbers; i++) {
        int column = numbers - 1 - i; // The largest value first.
        double root = Math.sqrt(Math.max(0, values[column]) + EPSILON);
        for (int j = 0; j < numbers; j++) {
          double filter = sign(vectors, column, numbers) * vectors[j * numbers + column] / root;
          filters[i * numbers + j] = filter;
          filters[(numbers + i) * numbers + j] = -filter;
        }
      }
      weight.inPlace().copy(Tensor.of(filters, weight.shape()));
    }
  }

  /** Of both directions of an eigenvector, that whose largest number is positive. */
  private static double sign(double[] vectors, int column, int numbers) {
    double largest = 0;
    for (int j = 0; j < numbers; j++) {
      double value = vectors[j * numbers + column];
      // A little more, so that rounding does not decide between two that are as large.
      largest = Math.abs(value) > Math.abs(largest) * (1 + 1e-6) ? value : largest;
    }
    return Math.signum(largest);
  }

  @Override
  public Tensor forward(Tensor x) {
    return convolution.forward(x);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("bias", bias));
  }

  @Override
  public Parameters buffers() {
    return Parameters.of(Map.of("weight", weight));
  }
}
