package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.List;

/**
 * The convolutional network for sentences (Kim, EMNLP 2014): convolutions of 3, 4 and 5 tokens over
 * learned vectors, 100 kernels each, the largest that each kernel finds, and dropout. A block has
 * the convolution of one width, so that it may be cut between widths: later stages read the vectors
 * of the first.
 *
 * @param tokens ids of the vocabulary
 * @param vector width of a token's vector
 * @param dropout probability at which a number of the result is left out in training
 */
public record TextCnn(int tokens, int vector, double dropout) {
  private static final List<Integer> WINDOWS = List.of(3, 4, 5);
  private static final int MAPS = 100;

  /** Kim's uniform numbers of up to 0.25 have about this deviation. */
  private static final double DEVIATION = 0.15;

  /**
   * Makes the network with drawn parameters.
   *
   * @param shape of one example, [T]
   * @param init draws the parameters
   * @return three blocks
   * @throws UnreadableShapeException if examples are no texts
   */
  public Backbone of(int[] shape, Initializer init) {
    TextShape.check(shape, tokens);
    List<Block> blocks = new ArrayList<>();
    Sequential layers =
        Sequential.empty().then("embed", new TokenEmbedding(tokens, vector, DEVIATION, init));
    for (int window : WINDOWS) {
      layers = layers.then("conv" + window, new TextConvolution(vector, window, MAPS, init));
      double cost = (double) shape[0] * window * vector * MAPS;
      blocks.add(new Block(layers, MAPS * (blocks.size() + 1), cost));
      layers = Sequential.empty();
    }
    return new Backbone(
        blocks,
        Sequential.empty()
            .then("largest", new LargestFound(vector))
            .then("dropout", new Dropout(dropout, init)));
  }
}
