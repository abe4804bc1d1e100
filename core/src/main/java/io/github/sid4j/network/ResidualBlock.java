package io.github.sid4j.network;

import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The basic block of a residual network (He et al., CVPR 2016), [B, in, H, W] to [B, out, H', W']:
 * {@code relu(bn2(conv2(relu(bn1(conv1(x))))) + x)} with 3x3 convolutions, the first of the block's
 * stride. Where channels or size change, x goes through a 1x1 convolution and batch norm of its
 * own, {@code downsample}.
 */
public final class ResidualBlock implements Layer, Composite {
  private final Conv2d conv1;
  private final BatchNorm2d bn1;
  private final Conv2d conv2;
  private final BatchNorm2d bn2;
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
    conv1 = Conv2d.forRelu(in, out, 3, stride, false, init);
    bn1 = new BatchNorm2d(out, init);
    conv2 = Conv2d.forRelu(out, out, 3, 1, false, init);
    bn2 = new BatchNorm2d(out, init);
    downsample =
        stride == 1 && in == out
            ? Operation.IDENTITY
            : Sequential.empty()
                .then("0", Conv2d.forRelu(in, out, 1, stride, false, init))
                .then("1", new BatchNorm2d(out, init));
  }

  /** Multiplications for each pixel that it gives. */
  static double cost(int in, int out, int stride) {
    double shortcut = stride == 1 && in == out ? 0 : in * out;
    return 9.0 * in * out + 9.0 * out * out + shortcut;
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor changed = Scope.apply(x, this::first);
    changed = Scope.apply(changed, y -> bn2.forward(conv2.forward(y)));
    return changed.inPlace().plus(downsample.forward(x), 1).relu().tensor();
  }

  private Tensor first(Tensor x) {
    return bn1.forward(conv1.forward(x)).inPlace().relu().tensor();
  }

  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("conv1", conv1);
    parts.put("bn1", bn1);
    parts.put("conv2", conv2);
    parts.put("bn2", bn2);
    parts.put("downsample", downsample);
    return parts;
  }
}
