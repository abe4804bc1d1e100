package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.ResidualBlock;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * Residual networks in their form for photos (He et al., CVPR 2016): a 7x7 convolution of stride 2
 * and a 3x3 max pooling of stride 2 first, then four layers of blocks, which halve the image from
 * the second on. Images of at least 32x32, made for 224x224. Names and first values are those of
 * torchvision and timm; they may be cut behind the pooling and every block.
 */
public final class ImageNetResNet {
  private static final int SMALLEST = 32;
  private static final int STEM = 64;

  /** Makes a block. */
  @FunctionalInterface
  private interface BlockMaker {
    Layer make(int in, int width, int stride, Initializer init);
  }

  /** Multiplications of a block for each pixel that it gives. */
  @FunctionalInterface
  private interface BlockCost {
    double of(int in, int width, int stride);
  }

  private final int[] repeats;
  private final int widening;
  private final BlockMaker maker;
  private final BlockCost cost;

  private ImageNetResNet(int[] repeats, int widening, BlockMaker maker, BlockCost cost) {
    this.repeats = repeats;
    this.widening = widening;
    this.maker = maker;
    this.cost = cost;
  }

  /**
   * Makes ResNet-18 with drawn parameters: eight {@link ResidualBlock}s, 512 features, 11,176,512
   * parameters for three channels.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return nine blocks, pooled by the global average
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone resNet18(int[] shape, Initializer init) {
    return new ImageNetResNet(new int[] {2, 2, 2, 2}, 1, ResidualBlock::new, ResidualBlock::cost)
        .backbone(shape, init);
  }

  /**
   * Makes ResNet-50 with drawn parameters, with the stride in the 3x3 convolutions: sixteen {@link
   * BottleneckBlock}s, 2,048 features, 23,508,032 parameters for three channels.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return seventeen blocks, pooled by the global average
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone resNet50(int[] shape, Initializer init) {
    return new ImageNetResNet(
            new int[] {3, 4, 6, 3},
            BottleneckBlock.WIDENING,
            BottleneckBlock::new,
            BottleneckBlock::cost)
        .backbone(shape, init);
  }

  private Backbone backbone(int[] shape, Initializer init) {
    int channels = ImageShape.of(shape, SMALLEST).channels();
    List<Block> blocks = new ArrayList<>();
    Sequential stem =
        Sequential.empty()
            .then("conv1", Conv2d.forRelu(channels, STEM, 7, 2, false, init))
            .then("bn1", new BatchNorm2d(STEM, init))
            // ReLU after pooling gives the same bits, also in the gradients, and goes through a
            // quarter of the numbers: the stem has the largest tensors of the network.
            .then("maxpool", Operation.MAX_POOL_3X3)
            .then("relu", Operation.RELU_IN_PLACE);
    blocks.add(new Block(stem, STEM, 49.0 * channels * STEM / 4));
    int in = STEM;
    double pixels = 1.0 / 16; // Of what a block gives, as a share of the image's.
    for (int layer = 1; layer <= repeats.length; layer++) {
      int width = STEM << (layer - 1);
      for (int i = 0; i < repeats[layer - 1]; i++) {
        int stride = layer > 1 && i == 0 ? 2 : 1;
        pixels /= stride * stride;
        Sequential block =
            Sequential.empty()
                .then("layer%s.%s".formatted(layer, i), maker.make(in, width, stride, init));
        blocks.add(new Block(block, width * widening, cost.of(in, width, stride) * pixels));
        in = width * widening;
      }
    }
    return new Backbone(blocks, Operation.GLOBAL_AVERAGE);
  }
}
