package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bottleneck block of a deep residual network (He et al., CVPR 2016), [B, in, H, W] to [B, 4
 * width, H', W']: a 1x1 convolution narrows to the width, a 3x3 one has the block's stride, a 1x1
 * one widens to four times the width; x is added, and the sum's positive part taken. Where channels
 * or size change, x goes through a 1x1 convolution and batch norm of its own, {@code downsample}.
 */
public final class BottleneckBlock implements Layer, Composite {
  /** How much wider a block is at its end than inside. */
  static final int WIDENING = 4;

  private final Sequential residual;
  private final Layer downsample;

  /**
   * Makes the block with drawn parameters.
   *
   * @param in channels read
   * @param width channels inside
   * @param stride 1, or 2 to halve the image
   * @param init draws the parameters
   */
  public BottleneckBlock(int in, int width, int stride, Initializer init) {
    int out = WIDENING * width;
    residual =
        Sequential.empty()
            .then("conv1", Conv2d.forRelu(in, width, 1, 1, false, init))
            .then("bn1", new BatchNorm2d(width, init))
            .then("relu1", Operation.RELU_IN_PLACE)
            .then("conv2", Conv2d.forRelu(width, width, 3, stride, false, init))
            .then("bn2", new BatchNorm2d(width, init))
            .then("relu2", Operation.RELU_IN_PLACE)
            .then("conv3", Conv2d.forRelu(width, out, 1, 1, false, init))
            .then("bn3", new BatchNorm2d(out, init));
    downsample =
        stride == 1 && in == out
            ? Operation.IDENTITY
            : Sequential.empty()
                .then("0", Conv2d.forRelu(in, out, 1, stride, false, init))
                .then("1", new BatchNorm2d(out, init));
  }

  /** Multiplications for each pixel that it gives. */
  static double cost(int in, int width, int stride) {
    double out = (double) WIDENING * width;
    double shortcut = stride == 1 && in == out ? 0 : in * out;
    return (double) in * width * stride * stride + 9.0 * width * width + width * out + shortcut;
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor changed = residual.forward(x);
    return changed.inPlace().plus(downsample.forward(x), 1).relu().tensor();
  }

  /**
   * What it computes before x is added.
   *
   * @return over the same tensors
   */
  public Layer residual() {
    return residual;
  }

  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>(residual.parts());
    parts.put("downsample", downsample);
    return parts;
  }
}
