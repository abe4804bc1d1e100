package io.github.sid4j.internal.baseline.signals;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/**
 * A linear map to as many channels, without bias: of images by a 3x3 convolution, [B, C, H, W] to
 * the like; of vectors by a matrix, [B, C] to the like.
 */
public final class Projection implements Layer {
  private static final int KERNEL = 3;

  private final Tensor weight;

  /**
   * Makes the layer with parameters drawn as PyTorch does by default.
   *
   * @param channels C
   * @param ofImages whether it reads images, or else vectors
   * @param init draws the parameters
   */
  public Projection(int channels, boolean ofImages, Initializer init) {
    weight =
        ofImages
            ? init.uniform((long) channels * KERNEL * KERNEL, channels, channels, KERNEL, KERNEL)
            : init.uniform(channels, channels, channels);
  }

  @Override
  public Tensor forward(Tensor x) {
    return weight.shape().length == 4
        ? Functional.conv2d(x.channelsLast(), weight, null)
        : Functional.linear(x, weight, null);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("weight", weight));
  }
}
