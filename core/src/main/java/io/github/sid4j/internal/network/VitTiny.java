package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The tiny vision transformer: width 192, 3 heads, 12 blocks (Dosovitskiy et al., ICLR 2021; in
 * this size, as DeiT-Ti, Touvron et al., ICML 2021). Patches are 4x4 pixels, 8x8 for images of at
 * least 64x64, and the features are what the class token has become: 192 of them, 5,360,832
 * parameters for images of 3x32x32 and 12 blocks. Names are those of timm's models, but for {@code
 * tokens} before the class token and the places; first values are theirs too, except that normal
 * numbers are cut off at two standard deviations. There is no dropout. It may be cut behind every
 * block.
 */
public final class VitTiny {
  private static final int WIDTH = 192;

  /** Of the attention. */
  public static final int HEADS = 3;

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
    return of(shape, large ? LARGE_PATCH : PATCH, depth, init);
  }

  /**
   * Makes the network with drawn parameters, of given patches.
   *
   * @param shape of one example, [channels, height, width], sides divisible by the patch's
   * @param patch side of a patch in pixels
   * @param depth number of blocks, at least 1
   * @param init draws the parameters
   * @return as many blocks, pooled by taking the class token
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public static Backbone of(int[] shape, int patch, int depth, Initializer init) {
    ImageShape image = ImageShape.of(shape, patch);
    if (image.height() % patch != 0 || image.width() % patch != 0) {
      throw new UnreadableShapeException(
          "images with sides divisible by " + patch, "examples of shape " + Arrays.toString(shape));
    }
    int tokens = image.height() / patch * (image.width() / patch);
    List<Block> blocks = new ArrayList<>();
    Sequential layers =
        Sequential.empty()
            .then("patch_embed", new PatchEmbedding(image.channels(), WIDTH, patch, init))
            .then("tokens", new TokenPlaces(tokens, WIDTH, init));
    // The embedding belongs to the first block and the last norm to the last: by itself neither
    // would make a stage.
    double cost = (double) image.channels() * patch * patch * WIDTH * tokens;
    for (int i = 0; i < depth; i++) {
      layers = layers.then("blocks." + i, new TransformerBlock(WIDTH, HEADS, init));
      if (i == depth - 1) {
        layers = layers.then("norm", new LayerNorm(WIDTH, init));
      }
      cost += TransformerBlock.cost(WIDTH, tokens + 1) * (tokens + 1);
      blocks.add(new Block(layers, WIDTH, cost));
      layers = Sequential.empty();
      cost = 0;
    }
    return new Backbone(blocks, Operation.FIRST_TOKEN);
  }
}
