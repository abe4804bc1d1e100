package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * ResNet-18 (He et al., CVPR 2016) in its form for small images: a 3x3 convolution of stride 1
 * first, and no pooling behind it; then four layers of two {@link ResidualBlock}s each, of 64, 128,
 * 256 and 512 channels, halving the image from the second on. Images of at least 8x8 to 512
 * features, 11,168,832 parameters for three channels. Names and first values are those of
 * torchvision's {@code resnet18}; it may be cut behind the first convolution and every block.
 */
public final class ResNet18 {
  private static final int SMALLEST = 8;
  private static final int STEM = 64;
  private static final int LAYERS = 4;

  private ResNet18() {}

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return nine blocks, pooled by the global average
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone of(int[] shape, Initializer init) {
    int channels = ImageShape.of(shape, SMALLEST).channels();
    List<Block> blocks = new ArrayList<>();
    Sequential stem =
        Sequential.empty()
            .then("conv1", Conv2d.forRelu(channels, STEM, 3, 1, false, init))
            .then("bn1", new BatchNorm2d(STEM, init))
            .then("relu", Operation.RELU_IN_PLACE);
    blocks.add(new Block(stem, STEM, 9.0 * channels * STEM));
    int in = STEM;
    double pixels = 1; // Of what a block gives, as a share of the image's.
    for (int layer = 1; layer <= LAYERS; layer++) {
      int out = STEM << (layer - 1);
      for (int i = 0; i < 2; i++) {
        int stride = layer > 1 && i == 0 ? 2 : 1;
        pixels /= stride * stride;
        Sequential block =
            Sequential.empty()
                .then("layer%s.%s".formatted(layer, i), new ResidualBlock(in, out, stride, init));
        blocks.add(new Block(block, out, ResidualBlock.cost(in, out, stride) * pixels));
        in = out;
      }
    }
    return new Backbone(blocks, Operation.GLOBAL_AVERAGE);
  }
}
