package io.github.sid4j.engine;

import io.github.sid4j.internal.engine.OneValueException;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;

/**
 * Normalisations. In {@link Precision#BF16} they read and give what the layers before them gave;
 * weights and statistics stay in single precision, and so do the sums.
 *
 * <p>Safe for several threads, each with tensors that no other changes.
 */
public final class Norms {
  private Norms() {}

  /**
   * Batch norm by the statistics of the batch.
   *
   * @param x [B, C, H, W] with more than one number for each channel
   * @param weight [C]
   * @param bias [C]
   * @param mean [C], moved towards the batch's mean; null to leave no trace
   * @param variance [C], moved towards the batch's unbiased variance; null with the mean
   * @param momentum how far they are moved, 0 to 1
   * @param epsilon added to the variance
   * @return of x's shape
   * @throws OneValueException if there is one number for each channel
   */
  public static Tensor batchNormTraining(
      Tensor x,
      Tensor weight,
      Tensor bias,
      @Nullable Tensor mean,
      @Nullable Tensor variance,
      double momentum,
      double epsilon) {
    checkChannels(x, weight);
    if (x.count() == x.size(1)) {
      throw new OneValueException(x.shape());
    }
    return batchNorm(x, weight, bias, mean, variance, true, momentum, epsilon);
  }

  /**
   * Batch norm by given statistics.
   *
   * @param x [B, C, H, W]
   * @param weight [C]
   * @param bias [C]
   * @param mean [C]
   * @param variance [C]
   * @param epsilon added to the variance
   * @return of x's shape
   */
  public static Tensor batchNorm(
      Tensor x, Tensor weight, Tensor bias, Tensor mean, Tensor variance, double epsilon) {
    checkChannels(x, weight);
    return batchNorm(x, weight, bias, mean, variance, false, 0, epsilon);
  }

  /**
   * Batch norm by given statistics, of which nothing is learned: each channel times one constant,
   * plus another. The backward needs no x.
   *
   * @param x [B, C, H, W]
   * @param weight [C]
   * @param bias [C]
   * @param mean [C]
   * @param variance [C]
   * @param epsilon added to the variance
   * @return of x's shape and type; gradients go to x alone
   */
  public static Tensor fixedBatchNorm(
      Tensor x, Tensor weight, Tensor bias, Tensor mean, Tensor variance, double epsilon) {
    checkChannels(x, weight);
    Tensor scale;
    Tensor shift;
    try (Autograd.Mode off = Autograd.off()) {
      Tensor deviation = variance.copy().inPlace().plus(epsilon).tensor().sqrt();
      scale = weight.dividedBy(deviation).reshape(1, -1, 1, 1);
      shift = bias.reshape(1, -1, 1, 1).minus(mean.reshape(1, -1, 1, 1).times(scale));
    }
    return x.times(scale.to(x.type())).inPlace().plus(shift.to(x.type()), 1).tensor();
  }

  private static void checkChannels(Tensor x, Tensor weight) {
    long[] shape = x.shape();
    if (shape.length != 4 || shape[1] != weight.size(0)) {
      throw Functional.mismatch("batch norm", "[B, " + weight.size(0) + ", H, W]", shape);
    }
  }

  private static Tensor batchNorm(
      Tensor x,
      Tensor weight,
      Tensor bias,
      @Nullable Tensor mean,
      @Nullable Tensor variance,
      boolean training,
      double momentum,
      double epsilon) {
    return new Tensor(
        torch.batch_norm(
            x.pointer(),
            Functional.optional(weight),
            Functional.optional(bias),
            Functional.optional(mean),
            Functional.optional(variance),
            training,
            momentum,
            epsilon,
            /* cudnn_enabled= */ true));
  }

  /**
   * Layer norm: each row to mean 0 and variance 1, then scaled and shifted.
   *
   * @param x [..., n]
   * @param weight [n]
   * @param bias [n]
   * @param epsilon added to the variance
   * @return of x's shape
   */
  public static Tensor layerNorm(Tensor x, Tensor weight, Tensor bias, double epsilon) {
    long[] shape = x.shape();
    long width = weight.size(0);
    if (shape.length == 0 || shape[shape.length - 1] != width) {
      throw Functional.mismatch("layer norm", "[..., " + width + "]", shape);
    }
    return new Tensor(
        torch.layer_norm(
            x.pointer(),
            new long[] {width},
            Functional.optional(weight),
            Functional.optional(bias),
            epsilon,
            /* cudnn_enable= */ true));
  }

  /**
   * The standard deviation of each channel over the image, unbiased.
   *
   * @param x [B, C, H, W] of more than one pixel
   * @return [B, C]; where it is 0 it has no gradient
   */
  public static Tensor channelDeviations(Tensor x) {
    long[] shape = x.shape();
    if (shape.length != 4 || shape[2] * shape[3] < 2) {
      throw Functional.mismatch("deviations", "[B, C, H, W] of more than one pixel", shape);
    }
    return new Tensor(torch.std(x.pointer(), new long[] {2, 3}, /* unbiased= */ true));
  }
}
