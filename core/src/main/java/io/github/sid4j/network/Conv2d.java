package io.github.sid4j.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;

/** A convolution of stride 1 that keeps the image's size, [B, in, H, W] to [B, out, H, W]. */
public final class Conv2d implements Layer {
  private final Tensor weight;
  private final Tensor bias;

  /**
   * Makes the layer with drawn parameters: weight [out, in, kernel, kernel], bias [out].
   *
   * @param in channels read
   * @param out channels given
   * @param kernel height and width of the kernel, odd
   * @param init draws the parameters
   */
  public Conv2d(int in, int out, int kernel, Initializer init) {
    long fanIn = (long) in * kernel * kernel;
    weight = init.uniform(fanIn, out, in, kernel, kernel);
    bias = init.uniform(fanIn, out);
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.conv2d(x, weight, bias);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(weight, bias);
  }
}
