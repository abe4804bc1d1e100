package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Conv2d;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Two convolutions before the average: what a classifier reads from images that are not yet
 * separable by their means, such as those of a network's first layers. Images [B, C, H, W] to [B, 4
 * width]: averaged to at most 8x8, conv3x3(C, width), batch norm, ReLU, 2x2 pooling, conv3x3(width,
 * width), batch norm, ReLU, averaged to 2x2. Local learning owes its accuracy to such heads
 * (Belilovsky et al., ICML 2020; Nøkland and Eidnes, ICML 2019).
 */
public final class ConvPooling implements Layer, Composite {
  /** Side to which larger images are averaged first. */
  public static final int SIDE = 8;

  /** Side to which they are averaged in the end. */
  public static final int GRID = 2;

  private final Conv2d conv1;
  private final BatchNorm2d bn1;
  private final Conv2d conv2;
  private final BatchNorm2d bn2;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param channels C
   * @param width channels of the convolutions
   * @param init draws the parameters
   */
  public ConvPooling(int channels, int width, Initializer init) {
    conv1 = Conv2d.forRelu(channels, width, 3, 1, false, init);
    bn1 = new BatchNorm2d(width, init);
    conv2 = Conv2d.forRelu(width, width, 3, 1, false, init);
    bn2 = new BatchNorm2d(width, init);
  }

  /**
   * Numbers given for each image.
   *
   * @param width channels of the convolutions
   * @return 4 width
   */
  public static int features(int width) {
    return GRID * GRID * width;
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = Functional.averagePool(x, SIDE);
    y = bn1.forward(conv1.forward(y));
    // What is smaller would be left with less than the grid.
    if (y.size(2) >= 2 * GRID && y.size(3) >= 2 * GRID) {
      // ReLU after pooling gives the same bits, also in the gradients.
      y = Functional.maxPool2x2(y);
    }
    y = y.inPlace().relu().tensor();
    y = bn2.forward(conv2.forward(y)).inPlace().relu().tensor();
    return Functional.averagePool(y, GRID).reshape(x.size(0), -1);
  }

  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("conv1", conv1);
    parts.put("bn1", bn1);
    parts.put("conv2", conv2);
    parts.put("bn2", bn2);
    return parts;
  }
}
