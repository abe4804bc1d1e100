package io.github.sid4j.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import java.util.Map;

/**
 * A convolution, [B, in, H, W] to [B, out, H', W'] with {@code H' = (H + 2 padding - kernel) /
 * stride + 1}, rounded down. What it gives lies in memory with the channels side by side.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class Conv2d implements Layer {
  private final Tensor weight;
  private final Tensor bias;
  private final int stride;
  private final int padding;

  /**
   * Makes a layer of stride 1 that keeps the image's size, with parameters drawn as PyTorch does by
   * default: weight [out, in, kernel, kernel], bias [out].
   *
   * @param in channels read
   * @param out channels given
   * @param kernel height and width of the kernel, odd
   * @param init draws the parameters
   */
  public Conv2d(int in, int out, int kernel, Initializer init) {
    this(in, out, kernel, 1, kernel / 2, init);
  }

  /**
   * Makes a layer with parameters drawn as PyTorch does by default.
   *
   * @param in channels read
   * @param out channels given
   * @param kernel height and width of the kernel
   * @param stride step of the kernel
   * @param padding zeros around the image on every side
   * @param init draws the parameters
   */
  public Conv2d(int in, int out, int kernel, int stride, int padding, Initializer init) {
    this(
        init.uniform((long) in * kernel * kernel, out, in, kernel, kernel),
        init.uniform((long) in * kernel * kernel, out),
        stride,
        padding);
  }

  /**
   * Makes a layer of given parameters.
   *
   * @param weight [out, in, kernel, kernel], requires its gradient
   * @param bias [out], requires its gradient; {@code null} for none
   * @param stride step of the kernel
   * @param padding zeros around the image on every side
   */
  public Conv2d(Tensor weight, Tensor bias, int stride, int padding) {
    this.weight = weight;
    this.bias = bias;
    this.stride = stride;
    this.padding = padding;
  }

  /**
   * Makes a layer padded by half its kernel, drawn for ReLU: weights normal with variance {@code 2
   * / (out kernel^2)}, biases 0.
   *
   * @param in channels read
   * @param out channels given
   * @param kernel height and width of the kernel, odd
   * @param stride step of the kernel
   * @param biased whether there is a bias; behind it batch norm would take it away again
   * @param init draws the parameters
   * @return the layer
   */
  public static Conv2d forRelu(
      int in, int out, int kernel, int stride, boolean biased, Initializer init) {
    Tensor weight = init.heNormal((long) out * kernel * kernel, out, in, kernel, kernel);
    return new Conv2d(weight, biased ? init.constant(0, out) : null, stride, kernel / 2);
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.conv2d(x.channelsLast(), weight, bias, stride, padding);
  }

  /**
   * Step of the kernel.
   *
   * @return at least 1
   */
  public int stride() {
    return stride;
  }

  /**
   * Zeros around the image on every side.
   *
   * @return at least 0
   */
  public int padding() {
    return padding;
  }

  @Override
  public Parameters parameters() {
    return bias == null ? Parameters.of(Map.of("weight", weight)) : Parameters.of(weight, bias);
  }
}
