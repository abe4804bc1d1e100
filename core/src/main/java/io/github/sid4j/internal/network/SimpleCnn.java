package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.List;
import java.util.Map;

/**
 * The extractor of the authors' released code: conv3x3(in, 32), conv3x3(32, 64), 2x2 pooling,
 * conv3x3(64, 128), conv3x3(128, 128), 2x2 pooling, each convolution followed by ReLU; then the
 * global average and linear(128, features). 257,344 parameters for three channels and 128 features.
 * Images [B, in, H, W] with H and W at least 4 to features [B, features].
 */
public final class SimpleCnn implements Layer, Composite {
  /** Its layers with parameters: the most pieces that it can be computed in. */
  public static final int PIECES = 5;

  private static final int CONVOLUTIONS = 4;
  private static final int SMALLEST = 4;

  private final Row layers;

  /**
   * Makes the extractor with drawn parameters.
   *
   * @param channels of the images
   * @param features given for each image; the authors' 128
   * @param init draws the parameters
   */
  public SimpleCnn(int channels, int features, Initializer init) {
    this(channels, features, 1, init);
  }

  private SimpleCnn(int channels, int features, int pieces, Initializer init) {
    Backbone convolutions = convolutions(channels, init);
    Row row = convolutions.whole(Math.min(pieces, CONVOLUTIONS));
    Linear fc = new Linear(convolutions.features(), features, init);
    layers =
        pieces > CONVOLUTIONS ? row.then(Sequential.empty().then("fc", fc)) : row.then("fc", fc);
  }

  /**
   * Makes the extractor with drawn parameters.
   *
   * @param shape of one example, [channels, height, width]
   * @param features given for each image; the authors' 128
   * @param pieces that it can be computed in, 1 to {@link #PIECES}
   * @param init draws the parameters
   * @return the extractor
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static SimpleCnn of(int[] shape, int features, int pieces, Initializer init) {
    return new SimpleCnn(ImageShape.of(shape, SMALLEST).channels(), features, pieces, init);
  }

  /**
   * The four convolutions without the linear layer behind them, to be cut into stages.
   *
   * @param shape of one example, [channels, height, width]
   * @param init draws the parameters
   * @return four blocks, pooled by the global average
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone backbone(int[] shape, Initializer init) {
    return convolutions(ImageShape.of(shape, SMALLEST).channels(), init);
  }

  private static Backbone convolutions(int channels, Initializer init) {
    return new Backbone(
        List.of(
            block(1, channels, 32, false, 1, init),
            block(2, 32, 64, true, 1, init),
            block(3, 64, 128, false, 0.25, init),
            block(4, 128, 128, true, 0.25, init)),
        Operation.GLOBAL_AVERAGE);
  }

  /** One convolution and what belongs to it, on a share of the image's pixels. */
  private static Block block(
      int number, int in, int out, boolean pooled, double pixels, Initializer init) {
    Sequential layers = Sequential.empty().then("conv" + number, new Conv2d(in, out, 3, init));
    if (pooled) {
      // ReLU after pooling gives the same bits as before it, also in the gradients, and has a
      // quarter of the numbers to go through.
      layers = layers.then("pool" + number, Operation.MAX_POOL);
    }
    layers = layers.then("relu" + number, Operation.RELU_IN_PLACE);
    return new Block(layers, out, 9.0 * in * out * pixels);
  }

  @Override
  public Tensor forward(Tensor x) {
    return layers.forward(x);
  }

  @Override
  public List<Layer> pieces() {
    return layers.pieces();
  }

  @Override
  public Map<String, Layer> parts() {
    return layers.parts();
  }
}
