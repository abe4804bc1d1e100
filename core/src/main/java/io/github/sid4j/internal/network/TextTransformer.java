package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * A small transformer for texts (Vaswani et al., NIPS 2017, with the norms before): learned vectors
 * and places, blocks of attention that leave padding out, and the mean of the tokens. Dropout is on
 * the vectors and on the result. It may be cut behind every block.
 *
 * @param tokens ids of the vocabulary
 * @param width of a token's vector
 * @param depth number of blocks, at least 1
 * @param dropout probability at which a number is left out in training
 */
public record TextTransformer(int tokens, int width, int depth, double dropout) {
  /** Numbers of a token in each head of the attention. */
  private static final int HEAD = 32;

  private static final double DEVIATION = 0.02;

  /**
   * Heads of its attention.
   *
   * @param width of a token's vector
   * @return one for each 32 numbers; 1 if these do not divide it
   */
  public static int heads(int width) {
    return width % HEAD == 0 ? width / HEAD : 1;
  }

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [T]
   * @param init draws the parameters
   * @return as many blocks as it is deep
   * @throws UnreadableShapeException if examples are no texts
   */
  public Backbone of(int[] shape, Initializer init) {
    TextShape.check(shape, tokens);
    Sequential layers =
        Sequential.empty()
            .then("embed", new TokenEmbedding(tokens, width, DEVIATION, init))
            .then("places", new EachToken(new TextPlaces(shape[0], width, init)))
            .then("dropout", new EachToken(new Dropout(dropout, init)));
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      TransformerBlock block = new TransformerBlock(width, heads(width), init);
      layers = layers.then("blocks." + i, new EachToken(block));
      if (i == depth - 1) {
        layers = layers.then("norm", new EachToken(new LayerNorm(width, init)));
      }
      blocks.add(new Block(layers, width, TransformerBlock.cost(width, shape[0]) * shape[0]));
      layers = Sequential.empty();
    }
    return new Backbone(
        blocks,
        Sequential.empty()
            .then("mean", new TokenMean())
            .then("dropout", new Dropout(dropout, init)));
  }
}
