package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;

/**
 * The tiny {@link VisionTransformer} for small images: width 192, 3 heads, 12 blocks (Dosovitskiy
 * et al., ICLR 2021; in this size, as DeiT-Ti, Touvron et al., ICML 2021). Patches are 4x4 pixels,
 * 8x8 for images of at least 64x64: 192 features, 5,360,832 parameters for images of 3x32x32 and 12
 * blocks.
 */
public final class VitTiny {
  private static final int PATCH = 4;
  private static final int LARGE_FROM = 64;
  private static final int LARGE_PATCH = 8;

  private VitTiny() {}

  /**
   * Makes the network with drawn parameters, of patches as large as fit the image.
   *
   * @param shape of one example, [channels, height, width], sides divisible by the patch's
   * @param depth number of blocks, at least 1
   * @param init draws the parameters
   * @return as many blocks, pooled by taking the class token
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone of(int[] shape, int depth, Initializer init) {
    ImageShape image = ImageShape.of(shape, PATCH);
    boolean large = Math.min(image.height(), image.width()) >= LARGE_FROM;
    VisionTransformer tiny = VisionTransformer.tiny();
    return new VisionTransformer(tiny.width(), tiny.heads(), large ? LARGE_PATCH : PATCH, depth)
        .of(shape, init);
  }
}
