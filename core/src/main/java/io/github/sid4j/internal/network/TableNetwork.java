package io.github.sid4j.internal.network;

import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Dropout;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Networks for tables, which begin with a {@link TableEmbedding}. They may be cut behind every
 * layer or block.
 *
 * @param fields of a row
 * @param vector width of the vector of a number or a category
 * @param frequencies of each number
 * @param deviation of the first frequencies
 * @param width of layers
 * @param depth number of layers or blocks, at least 1
 * @param dropout probability at which a number is left out in training
 */
public record TableNetwork(
    TableFields fields,
    int vector,
    int frequencies,
    double deviation,
    int width,
    int depth,
    double dropout) {
  /**
   * Linear layers with ReLU and dropout behind each.
   *
   * @param shape of one example, [inputs]
   * @param init draws the parameters
   * @return a block for each layer
   * @throws UnreadableShapeException if examples are no rows with these fields
   */
  public Backbone perceptron(int[] shape, Initializer init) {
    TableEmbedding embedding = embedding(shape, init);
    Sequential layers = Sequential.empty().then("embed", embedding);
    int read = embedding.width();
    List<Block> blocks = new ArrayList<>();
    for (int i = 1; i <= depth; i++) {
      layers =
          layers
              .then("fc" + i, new Linear(read, width, init))
              .then("relu" + i, Operation.RELU_IN_PLACE)
              .then("dropout" + i, new Dropout(dropout, init));
      blocks.add(new Block(layers, width, (double) read * width));
      layers = Sequential.empty();
      read = width;
    }
    return new Backbone(blocks, Operation.IDENTITY);
  }

  /**
   * A linear layer and residual blocks, with a norm and ReLU at the end.
   *
   * @param shape of one example, [inputs]
   * @param init draws the parameters
   * @return a block for each residual block
   * @throws UnreadableShapeException if examples are no rows with these fields
   */
  public Backbone residual(int[] shape, Initializer init) {
    TableEmbedding embedding = embedding(shape, init);
    Sequential layers =
        Sequential.empty()
            .then("embed", embedding)
            .then("first", new Linear(embedding.width(), width, init));
    double cost = (double) embedding.width() * width;
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < depth; i++) {
      layers = layers.then("blocks." + i, new TableResidual(width, dropout, init));
      if (i == depth - 1) {
        layers = layers.then("norm", new LayerNorm(width, init)).then("relu", Operation.RELU);
      }
      blocks.add(new Block(layers, width, cost + TableResidual.cost(width)));
      layers = Sequential.empty();
      cost = 0;
    }
    return new Backbone(blocks, Operation.IDENTITY);
  }

  private TableEmbedding embedding(int[] shape, Initializer init) {
    if (shape.length != 1 || fields.inputs() != shape[0]) {
      throw new UnreadableShapeException(
          "rows of a table",
          "examples of shape %s, of which %s inputs are known as fields"
              .formatted(Arrays.toString(shape), fields.inputs()));
    }
    return new TableEmbedding(fields, vector, frequencies, deviation, init);
  }
}
