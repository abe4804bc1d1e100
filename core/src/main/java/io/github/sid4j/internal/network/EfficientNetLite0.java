package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientNet-Lite0 (Tan and Le, ICML 2019, in the form that Google released for phones: ReLU6 and
 * no squeeze-and-excitation): a 3x3 convolution of stride 2, sixteen blocks in seven stages, and a
 * 1x1 convolution to 1,280 channels. Images of at least 32x32, made for 224x224; 3,371,008
 * parameters for three channels. It pads as TensorFlow does, and its batch norms have an epsilon of
 * 1e-3. Names and first values are those of timm's {@code tf_efficientnet_lite0}; it may be cut
 * behind the first convolution and every block.
 */
public final class EfficientNetLite0 {
  private static final int SMALLEST = 32;
  private static final double EPSILON = 1e-3;
  private static final int STEM = 32;
  private static final int FEATURES = 1280;

  /** Blocks that look alike, but that the first of them may halve the image. */
  private record Alike(int repeats, int kernel, int stride, int expansion, int width) {}

  private static final List<Alike> STAGES =
      List.of(
          new Alike(1, 3, 1, 1, 16),
          new Alike(2, 3, 2, 6, 24),
          new Alike(2, 5, 2, 6, 40),
          new Alike(3, 3, 2, 6, 80),
          new Alike(3, 5, 1, 6, 112),
          new Alike(4, 5, 2, 6, 192),
          new Alike(1, 3, 1, 6, 320));

  private EfficientNetLite0() {}

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return eighteen blocks, pooled by the global average
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone of(int[] shape, Initializer init) {
    int channels = ImageShape.of(shape, SMALLEST).channels();
    List<Block> blocks = new ArrayList<>();
    Sequential stem =
        Sequential.empty()
            .then("conv_stem", Conv2d.same(channels, STEM, 3, 2, init))
            .then("bn1", new BatchNorm2d(STEM, EPSILON, init))
            .then("act1", Operation.RELU6_IN_PLACE);
    double pixels = 0.25; // Of what a block reads, as a share of the image's.
    blocks.add(new Block(stem, STEM, 9.0 * channels * STEM * pixels));
    int in = STEM;
    for (int stage = 0; stage < STAGES.size(); stage++) {
      Alike alike = STAGES.get(stage);
      for (int i = 0; i < alike.repeats; i++) {
        int stride = i == 0 ? alike.stride : 1;
        Layer block =
            new InvertedResidual(
                in, alike.width, alike.expansion, alike.kernel, stride, EPSILON, init);
        double cost =
            InvertedResidual.cost(in, alike.width, alike.expansion, alike.kernel, stride) * pixels;
        Sequential named = Sequential.empty().then("blocks.%s.%s".formatted(stage, i), block);
        blocks.add(new Block(named, alike.width, cost));
        pixels /= stride * stride;
        in = alike.width;
      }
    }
    Sequential head =
        Sequential.empty()
            .then("conv_head", Conv2d.forRelu(in, FEATURES, 1, 1, false, init))
            .then("bn2", new BatchNorm2d(FEATURES, EPSILON, init))
            .then("act2", Operation.RELU6_IN_PLACE);
    blocks.add(new Block(head, FEATURES, (double) in * FEATURES * pixels));
    return new Backbone(blocks, Operation.GLOBAL_AVERAGE);
  }
}
