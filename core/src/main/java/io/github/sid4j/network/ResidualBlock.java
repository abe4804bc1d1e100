package io.github.sid4j.network;

import io.github.sid4j.engine.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The basic block of a residual network (He et al., CVPR 2016), [B, in, H, W] to [B, out, H', W']:
 * {@code relu(bn2(conv2(relu(bn1(conv1(x))))) + x)} with 3x3 convolutions, the first of the block's
 * stride. Where channels or size change, x goes through a 1x1 convolution and batch norm of its
 * own, {@code downsample}.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class ResidualBlock implements Layer, Composite {
  private final Sequential residual;
  private final Layer downsample;

  /**
   * Makes the block with drawn parameters.
   *
   * @param in channels read
   * @param out channels given
   * @param stride 1, or 2 to halve the image
   * @param init draws the parameters
   */
  public ResidualBlock(int in, int out, int stride, Initializer init) {
    residual =
        Sequential.empty()
            .then("conv1", Conv2d.forRelu(in, out, 3, stride, false, init))
            .then("bn1", new BatchNorm2d(out, init))
            .then("relu", Operation.RELU_IN_PLACE)
            .then("conv2", Conv2d.forRelu(out, out, 3, 1, false, init))
            .then("bn2", new BatchNorm2d(out, init));
    downsample =
        stride == 1 && in == out
            ? Operation.IDENTITY
            : Sequential.empty()
                .then("0", Conv2d.forRelu(in, out, 1, stride, false, init))
                .then("1", new BatchNorm2d(out, init));
  }

  /** Multiplications for each pixel that it gives. */
  public static double cost(int in, int out, int stride) {
    double shortcut = stride == 1 && in == out ? 0 : in * out;
    return 9.0 * in * out + 9.0 * out * out + shortcut;
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor changed = residual.forward(x);
    return changed.inPlace().plus(downsample.forward(x), 1).relu().tensor();
  }

  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>(residual.parts());
    parts.put("downsample", downsample);
    return parts;
  }
}
