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
 * The network of airbench (Jordan, "94% on CIFAR-10 in 3.29 seconds on a single GPU", 2024, arXiv
 * 2404.00498): a {@linkplain PatchWhitening whitening} of 2x2 patches that is not trained, then
 * three groups of two 3x3 convolutions that begin as identities where they can, with 2x2 pooling
 * behind the first of them; each convolution is followed by a batch norm that only shifts, and
 * GELU. The largest number of each channel, a ninth of it, is what a linear classifier reads.
 * Images of at least 16x16 to as many features as the last group has channels; 1,972,312 parameters
 * and buffers of filters for three channels and groups of 64, 256 and 256. It may be cut behind
 * every convolution with what belongs to it; groups of their own begin at blocks 0, 2 and 4.
 */
public final class Airbench {
  private static final int SMALLEST = 16;
  private static final int PATCH = 2;

  /** Runs are of few steps, so that statistics have to follow fast. */
  private static final double STATISTICS = 0.4;

  /** So that beliefs begin near the uniform one. */
  private static final double FEATURES = 1.0 / 9;

  private Airbench() {}

  /**
   * Makes the network of the paper, for ten classes.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return six blocks
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone of(int[] shape, Initializer init) {
    return of(shape, new int[] {64, 256, 256}, init);
  }

  /**
   * Makes the wider network, for a hundred classes.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return six blocks
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone wide(int[] shape, Initializer init) {
    return of(shape, new int[] {96, 384, 384}, init);
  }

  private static Backbone of(int[] shape, int[] widths, Initializer init) {
    int channels = ImageShape.of(shape, SMALLEST).channels();
    int in = PatchWhitening.width(channels, PATCH);
    int height = shape[1] - PATCH + 1;
    int width = shape[2] - PATCH + 1;
    double pixels = (double) height * width;
    Sequential begin =
        Sequential.empty()
            .then("whiten", new PatchWhitening(channels, PATCH, init))
            .then("gelu", Operation.GELU);
    double beginCost = (double) PATCH * PATCH * channels * in * pixels;
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String group = "group%s.".formatted(i + 1);
      int out = widths[i];
      Sequential first = convolution(group, 1, in, out, init);
      double cost = 9.0 * in * out * pixels;
      blocks.add(
          i == 0
              ? new Block(begin.then(first), out, beginCost + cost)
              : new Block(first, out, cost));
      height /= 2;
      width /= 2;
      pixels = (double) height * width;
      blocks.add(new Block(convolution(group, 2, out, out, init), out, 9.0 * out * out * pixels));
      in = out;
    }
    return new Backbone(
        blocks,
        Sequential.empty()
            .then("max", Operation.GLOBAL_MAX)
            .then("scale", new ConstantScale(FEATURES)));
  }

  private static Sequential convolution(
      String group, int number, int in, int out, Initializer init) {
    Conv2d conv = new Conv2d(init.identityKernels(out, in, 3), null, 1, 1);
    Sequential layers = Sequential.empty().then(group + "conv" + number, conv);
    if (number == 1) {
      layers = layers.then(group + "pool", Operation.MAX_POOL);
    }
    return layers
        .then(group + "norm" + number, BatchNorm2d.shifting(out, STATISTICS, init))
        .then(group + "gelu" + number, Operation.GELU);
  }
}
