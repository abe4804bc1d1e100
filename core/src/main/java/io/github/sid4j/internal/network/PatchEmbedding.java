package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import java.util.Map;

/**
 * Cuts images [B, in, H, W] into square patches and makes a token of each by one linear map, row by
 * row: [B, H/patch W/patch, width].
 */
public final class PatchEmbedding implements Layer, Composite {
  private final Conv2d proj;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param in channels of the images
   * @param width of a token
   * @param patch side of a patch in pixels; what is left over at the right and below is not read
   * @param init draws the parameters
   */
  public PatchEmbedding(int in, int width, int patch, Initializer init) {
    proj = new Conv2d(in, width, patch, patch, 0, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = proj.forward(x);
    long width = y.size(1);
    return y.swapped(1, 2).swapped(2, 3).reshape(y.size(0), -1, width);
  }

  @Override
  public Map<String, Layer> parts() {
    return Map.of("proj", proj);
  }
}
