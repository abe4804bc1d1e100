package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.Map;

/**
 * The block of MobileNetV2 and EfficientNet-Lite (Sandler et al., CVPR 2018), [B, in, H, W] to [B,
 * out, H', W']: a 1x1 convolution widens, a depthwise one looks around, a 1x1 convolution narrows
 * again without an activation. Where size and channels stay, x is added. Without a widening the
 * first convolution is left out. Names are timm's.
 */
public final class InvertedResidual implements Layer, Composite {
  private final Sequential layers;
  private final boolean added;

  /**
   * Makes the block with drawn parameters.
   *
   * @param in channels read
   * @param out channels given
   * @param expansion how much wider it is inside, at least 1; 1 for no first convolution
   * @param kernel of the depthwise convolution, odd
   * @param stride of the depthwise convolution, 1 or 2
   * @param epsilon of its batch norms
   * @param init draws the parameters
   */
  public InvertedResidual(
      int in, int out, int expansion, int kernel, int stride, double epsilon, Initializer init) {
    int inside = expansion * in;
    Sequential row = Sequential.empty();
    int norms = 1;
    if (expansion > 1) {
      row =
          row.then("conv_pw", Conv2d.forRelu(in, inside, 1, 1, false, init))
              .then("bn" + norms++, new BatchNorm2d(inside, epsilon, init))
              .then("act1", Operation.RELU6_IN_PLACE);
    }
    row =
        row.then("conv_dw", Conv2d.depthwise(inside, kernel, stride, init))
            .then("bn" + norms++, new BatchNorm2d(inside, epsilon, init))
            .then("act2", Operation.RELU6_IN_PLACE)
            .then(
                expansion > 1 ? "conv_pwl" : "conv_pw",
                Conv2d.forRelu(inside, out, 1, 1, false, init))
            .then("bn" + norms, new BatchNorm2d(out, epsilon, init));
    layers = row;
    added = stride == 1 && in == out;
  }

  /** Multiplications for each pixel that it reads. */
  static double cost(int in, int out, int expansion, int kernel, int stride) {
    double inside = (double) expansion * in;
    double widening = expansion > 1 ? in * inside : 0;
    return widening + (inside * kernel * kernel + inside * out) / (stride * stride);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = layers.forward(x);
    return added ? y.inPlace().plus(x, 1).tensor() : y;
  }

  /**
   * What it computes before x is added.
   *
   * @return over the same tensors
   */
  public Layer residual() {
    return layers;
  }

  /**
   * Whether x is added.
   *
   * @return where size and channels stay
   */
  public boolean added() {
    return added;
  }

  @Override
  public Map<String, Layer> parts() {
    return layers.parts();
  }
}
