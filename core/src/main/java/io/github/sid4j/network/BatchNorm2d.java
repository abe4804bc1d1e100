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
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  private final double epsilon;
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
    this.epsilon = epsilon;
    weight = init.constant(1, channels);
    bias = init.constant(0, channels);
    mean = init.buffer(0, channels);
    variance = init.buffer(1, channels);
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
        x, weight, bias, learns ? mean : null, learns ? variance : null, MOMENTUM, epsilon);
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
    return frozen ? Parameters.none() : scaleAndShift();
  }

  private Parameters scaleAndShift() {
    return Parameters.of(weight, bias);
  }

  @Override
  public Parameters buffers() {
    Map<String, Tensor> both = new LinkedHashMap<>();
    both.put("running_mean", mean);
    both.put("running_var", variance);
    Parameters statistics = Parameters.of(both);
    return frozen ? scaleAndShift().and(statistics) : statistics;
  }
}
