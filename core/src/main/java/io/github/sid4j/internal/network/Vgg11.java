package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * VGG-11 with batch norm, configuration A of Simonyan and Zisserman (ICLR 2015), in its form for
 * CIFAR: the eight convolutions, five poolings, and no hidden layers behind. Images of at least
 * 32x32 to 512 features, 9,225,984 parameters for three channels. Names and first values are those
 * of torchvision's {@code vgg11_bn}; it may be cut behind every convolution with what belongs to
 * it.
 */
public final class Vgg11 {
  private static final int SMALLEST = 32;
  private static final int[] CHANNELS = {64, 128, 256, 256, 512, 512, 512, 512};
  private static final boolean[] POOLED = {true, true, false, true, false, true, false, true};

  private Vgg11() {}

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return eight blocks, pooled by the global average
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone of(int[] shape, Initializer init) {
    int in = ImageShape.of(shape, SMALLEST).channels();
    List<Block> blocks = new ArrayList<>();
    double pixels = 1; // Of what the convolution gives, as a share of the image's.
    int index = 0;
    for (int i = 0; i < CHANNELS.length; i++) {
      int out = CHANNELS[i];
      Sequential layers =
          Sequential.empty()
              .then("features." + index++, Conv2d.forRelu(in, out, 3, 1, true, init))
              .then("features." + index++, new BatchNorm2d(out, init));
      if (POOLED[i]) {
        // ReLU after pooling gives the same bits, also in the gradients.
        layers = layers.then("features." + index++, Operation.MAX_POOL);
      }
      layers = layers.then("features." + index++, Operation.RELU_IN_PLACE);
      blocks.add(new Block(layers, out, 9.0 * in * out * pixels));
      pixels /= POOLED[i] ? 4 : 1;
      in = out;
    }
    return new Backbone(blocks, Operation.GLOBAL_AVERAGE);
  }
}
