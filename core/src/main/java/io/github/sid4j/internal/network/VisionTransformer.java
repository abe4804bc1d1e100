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
 * A vision transformer (Dosovitskiy et al., ICLR 2021): patches become tokens, a class token is put
 * before them, and the features are what the class token has become. Names are those of timm's
 * models, but for {@code tokens} before the class token and the places; first values are theirs
 * too, except that normal numbers are cut off at two standard deviations. There is no dropout. It
 * may be cut behind every block.
 *
 * @param width of a token
 * @param heads of the attention, whose number divides the width
 * @param patch side of a patch in pixels
 * @param depth number of blocks, at least 1
 */
public record VisionTransformer(int width, int heads, int patch, int depth) {
  private static final int USUAL_PATCH = 16;
  private static final int USUAL_DEPTH = 12;

  /**
   * The tiny one in its public form: width 192, 3 heads, patches of 16x16; 5,524,416 parameters for
   * images of 3x224x224.
   *
   * @return with 12 blocks
   */
  public static VisionTransformer tiny() {
    return new VisionTransformer(192, 3, USUAL_PATCH, USUAL_DEPTH);
  }

  /**
   * The small one in its public form: width 384, 6 heads, patches of 16x16; 21,665,664 parameters
   * for images of 3x224x224.
   *
   * @return with 12 blocks
   */
  public static VisionTransformer small() {
    return new VisionTransformer(384, 6, USUAL_PATCH, USUAL_DEPTH);
  }

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [channels, height, width], sides divisible by the patch's
   * @param init draws the parameters
   * @return as many blocks as it is deep, pooled by taking the class token
   * @throws UnreadableShapeException if it cannot read such examples
   */
  public Backbone of(int[] shape, Initializer init) {
    ImageShape image = ImageShape.of(shape, patch);
    if (image.height() % patch != 0 || image.width() % patch != 0) {
      throw new UnreadableShapeException(
          "images with sides divisible by " + patch, "examples of shape " + Arrays.toString(shape));
    }
    int tokens = image.height() / patch * (image.width() / patch);
    List<Block> blocks = new ArrayList<>();
    Sequential layers =
        Sequential.empty()
            .then("patch_embed", new PatchEmbedding(image.channels(), width, patch, init))
            .then("tokens", new TokenPlaces(tokens, width, init));
    // The embedding belongs to the first block and the last norm to the last: by itself neither
    // would make a stage.
    double cost = (double) image.channels() * patch * patch * width * tokens;
    for (int i = 0; i < depth; i++) {
      layers = layers.then("blocks." + i, new TransformerBlock(width, heads, init));
      if (i == depth - 1) {
        layers = layers.then("norm", new LayerNorm(width, init));
      }
      cost += TransformerBlock.cost(width, tokens + 1) * (tokens + 1);
      blocks.add(new Block(layers, width, cost));
      layers = Sequential.empty();
      cost = 0;
    }
    return new Backbone(blocks, Operation.FIRST_TOKEN);
  }
}
