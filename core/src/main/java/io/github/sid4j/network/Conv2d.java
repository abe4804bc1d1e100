package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.engine.Windows;
import io.github.sid4j.internal.network.Padding;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A convolution, [B, in, H, W] to [B, out, H', W'] with {@code H' = (H + padding - kernel) / stride
 * + 1}, rounded down, where padding are the zeros of both sides. What it gives lies in memory with
 * the channels side by side.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class Conv2d implements Layer {
  private final Tensor weight;
  private final @Nullable Tensor bias;
  private final int stride;
  private final Padding padding;
  private final int groups;

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
   * @param bias [out], requires its gradient; null for none
   * @param stride step of the kernel
   * @param padding zeros around the image on every side
   */
  public Conv2d(Tensor weight, @Nullable Tensor bias, int stride, int padding) {
    this(weight, bias, stride, Padding.of(padding), 1);
  }

  private Conv2d(Tensor weight, @Nullable Tensor bias, int stride, Padding padding, int groups) {
    this.weight = weight;
    this.bias = bias;
    this.stride = stride;
    this.padding = padding;
    this.groups = groups;
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

  /**
   * Makes a layer without biases that pads as TensorFlow does, drawn for ReLU like {@link
   * #forRelu}.
   *
   * @param in channels read
   * @param out channels given
   * @param kernel height and width of the kernel, odd
   * @param stride step of the kernel
   * @param init draws the parameters
   * @return the layer
   */
  public static Conv2d same(int in, int out, int kernel, int stride, Initializer init) {
    Tensor weight = init.heNormal((long) out * kernel * kernel, out, in, kernel, kernel);
    return new Conv2d(weight, null, stride, Padding.ofTensorFlow(kernel, stride), 1);
  }

  /**
   * Makes a depthwise layer, of which each channel reads one of the image's: without biases, padded
   * as TensorFlow does, drawn for ReLU with variance {@code 2 / kernel^2}.
   *
   * @param channels read and given
   * @param kernel height and width of the kernel, odd
   * @param stride step of the kernel
   * @param init draws the parameters
   * @return the layer, whose weight is [channels, 1, kernel, kernel]
   */
  public static Conv2d depthwise(int channels, int kernel, int stride, Initializer init) {
    Tensor weight = init.heNormal((long) kernel * kernel, channels, 1, kernel, kernel);
    return new Conv2d(weight, null, stride, Padding.ofTensorFlow(kernel, stride), channels);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor read = x.channelsLast();
    int top = padding.before(x.size(2));
    int bottom = padding.after(x.size(2));
    int left = padding.before(x.size(3));
    int right = padding.after(x.size(3));
    if (top == bottom && left == right && top == left) {
      return Windows.conv2d(read, weight, bias, stride, top, groups);
    }
    Tensor padded = Windows.padded(read, top, bottom, left, right);
    return Windows.conv2d(padded, weight, bias, stride, 0, groups);
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
   * Zeros around the image.
   *
   * @return for images of any size
   */
  public Padding padding() {
    return padding;
  }

  /**
   * In how many groups of channels the convolution falls.
   *
   * @return 1 unless it is depthwise
   */
  public int groups() {
    return groups;
  }

  @Override
  public Parameters parameters() {
    return bias == null ? Parameters.of(Map.of("weight", weight)) : Parameters.of(weight, bias);
  }
}
