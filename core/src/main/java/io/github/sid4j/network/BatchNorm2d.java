package io.github.sid4j.network;

import io.github.sid4j.engine.Norms;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.FrozenNorms;
import io.github.sid4j.internal.network.Pass;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Batch norm of images [B, C, H, W] (Ioffe and Szegedy, ICML 2015): each channel to mean 0 and
 * variance 1, then scaled and shifted. In a {@linkplain Pass#training training pass} mean and
 * variance are those of the batch, and the buffers {@code running_mean} and {@code running_var} are
 * moved a tenth of the way towards them, the variance unbiased; else they are the buffers. Unless
 * another epsilon is given it is 1e-5. These are PyTorch's defaults and names.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class BatchNorm2d implements Layer {
  private static final double SHARE = 0.1;
  private static final double EPSILON = 1e-5;

  private final double epsilon;

  /** How far the buffers are moved towards a batch's statistics. */
  private final double share;

  /** Whether the scale is trained, or stays 1. */
  private final boolean scales;

  private final Tensor weight;
  private final Tensor bias;
  private final Tensor mean;
  private final Tensor variance;

  /** Set before the layer is used. */
  private boolean frozen;

  /**
   * Makes a layer that scales by 1 and shifts by 0, with running mean 0 and variance 1.
   *
   * @param channels C
   * @param init makes the tensors
   */
  public BatchNorm2d(int channels, Initializer init) {
    this(channels, EPSILON, init);
  }

  /**
   * Makes a layer that scales by 1 and shifts by 0, with running mean 0 and variance 1.
   *
   * @param channels C
   * @param epsilon added to the variance, above 0
   * @param init makes the tensors
   */
  public BatchNorm2d(int channels, double epsilon, Initializer init) {
    this(channels, epsilon, SHARE, true, init);
  }

  private BatchNorm2d(
      int channels, double epsilon, double share, boolean scales, Initializer init) {
    this.epsilon = epsilon;
    this.share = share;
    this.scales = scales;
    weight = scales ? init.constant(1, channels) : init.buffer(1, channels);
    bias = init.constant(0, channels);
    mean = init.buffer(0, channels);
    variance = init.buffer(1, channels);
  }

  /**
   * Makes a layer that learns to shift and not to scale: its {@code weight} is a buffer of ones.
   * For networks in which the next convolution scales anyway.
   *
   * @param channels C
   * @param share how far the buffers are moved towards a batch's statistics, above 0 to 1; a large
   *     one for runs of few steps
   * @param init makes the tensors
   * @return with running mean 0 and variance 1, shifting by 0
   */
  public static BatchNorm2d shifting(int channels, double share, Initializer init) {
    return new BatchNorm2d(channels, EPSILON, share, false, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    if (frozen) {
      return Norms.fixedBatchNorm(x, weight, bias, mean, variance, epsilon);
    }
    Pass pass = Pass.current();
    if (!pass.isTraining()) {
      return Norms.batchNorm(x, weight, bias, mean, variance, epsilon);
    }
    boolean learns = pass.learnsStatistics();
    return Norms.batchNormTraining(
        x, weight, bias, learns ? mean : null, learns ? variance : null, share, epsilon);
  }

  /** Keeps everything as it is from now on, see {@link FrozenNorms}. */
  public void freeze() {
    frozen = true;
  }

  /**
   * What is added to the variance.
   *
   * @return above 0
   */
  public double epsilon() {
    return epsilon;
  }

  @Override
  public Parameters parameters() {
    if (frozen) {
      return Parameters.none();
    }
    return scales ? scaleAndShift() : Parameters.of(Map.of("bias", bias));
  }

  private Parameters scaleAndShift() {
    return Parameters.of(weight, bias);
  }

  @Override
  public Parameters buffers() {
    Map<String, Tensor> fixed = new LinkedHashMap<>();
    if (!scales && !frozen) {
      fixed.put("weight", weight);
    }
    fixed.put("running_mean", mean);
    fixed.put("running_var", variance);
    Parameters statistics = Parameters.of(fixed);
    return frozen ? scaleAndShift().and(statistics) : statistics;
  }
}
