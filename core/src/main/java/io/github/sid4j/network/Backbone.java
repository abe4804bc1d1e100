package io.github.sid4j.network;

import io.github.sid4j.internal.network.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network as a row of blocks, between which it can be cut. From one definition come the whole
 * network, for backpropagation or as an extractor that modules share, and its stages, for modules
 * that carry one each. All of them are over the same tensors.
 *
 * <p>Immutable but for the tensors of its layers, which one thread at a time may train.
 */
public final class Backbone {
  private static final String POOL = "pool";

  private final List<Block> blocks;
  private final Layer pooling;

  /**
   * Puts a network together.
   *
   * @param blocks in order, at least one; the names of their layers are unique over all blocks
   * @param pooling from what any block gives to [B, width of the block]; without parameters
   */
  public Backbone(List<Block> blocks, Layer pooling) {
    if (blocks.isEmpty()) {
      throw new IllegalArgumentException("a backbone expected at least 1 block, found none");
    }
    if (!pooling.parameters().byName().isEmpty()) {
      // In a cascade of stages every module pools, and no module may train for another.
      throw new IllegalArgumentException("a backbone expected a pooling without parameters");
    }
    this.blocks = List.copyOf(blocks);
    this.pooling = pooling;
  }

  /**
   * Its pieces.
   *
   * @return in order, at least one
   */
  public List<Block> blocks() {
    return blocks;
  }

  /**
   * What turns the result of a block, or of a stage, into a vector for each sample.
   *
   * @return to [B, width]
   */
  public Layer pooling() {
    return pooling;
  }

  /**
   * The width of what {@link #whole()} gives.
   *
   * @return at least 1
   */
  public int features() {
    return blocks.get(blocks.size() - 1).width();
  }

  /**
   * The whole network as one layer.
   *
   * @return from the input to pooled features, [B, features]
   */
  public Row whole() {
    return whole(1);
  }

  /**
   * The whole network as one layer of several {@linkplain Layer#pieces() pieces}, cut as {@link
   * #stages(int)} cuts.
   *
   * @param pieces 1 to the number of blocks
   * @return from the input to pooled features, [B, features]
   */
  public Row whole(int pieces) {
    return new Row(stages(pieces).stream().map(Stage::layers).toList()).then(POOL, pooling);
  }

  /**
   * The same blocks over the same tensors with other costs, for example measured ones.
   *
   * @param costs of the blocks in order, one for each, at least 0
   * @return this backbone as {@link #stages(int)} is to balance it
   */
  public Backbone withCosts(double[] costs) {
    if (costs.length != blocks.size()) {
      throw new IllegalArgumentException(
          "a backbone expected a cost for each of its %s blocks, found %s"
              .formatted(blocks.size(), costs.length));
    }
    return new Backbone(
        IntStream.range(0, costs.length)
            .mapToObj(i -> new Block(blocks.get(i).layers(), blocks.get(i).width(), costs[i]))
            .toList(),
        pooling);
  }

  /**
   * The network cut into stages of nearly equal cost, see {@link Cuts#balanced}.
   *
   * @param count of the stages, 1 to the number of blocks
   * @return in order
   */
  public List<Stage> stages(int count) {
    return stages(Cuts.balanced(blocks.stream().mapToDouble(Block::cost).toArray(), count));
  }

  /**
   * The network cut at given places.
   *
   * @param cuts before which blocks, counted from 0: increasing numbers of 1 to the number of
   *     blocks - 1
   * @return one stage more than cuts, in order
   */
  public List<Stage> stages(List<Integer> cuts) {
    List<Stage> stages = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      int to = i < cuts.size() ? cuts.get(i) : blocks.size();
      if (to <= from || (i < cuts.size() && to >= blocks.size())) {
        throw new IllegalArgumentException(
            "cuts expected increasing numbers of 1 to %s, found %s"
                .formatted(blocks.size() - 1, cuts));
      }
      stages.add(stage(from, to));
      from = to;
    }
    return stages;
  }

  private Stage stage(int from, int to) {
    double cost = blocks.subList(from, to).stream().mapToDouble(Block::cost).sum();
    return new Stage(joined(from, to), blocks.get(to - 1).width(), pooling, from, cost);
  }

  private Sequential joined(int from, int to) {
    Sequential joined = Sequential.empty();
    for (Block block : blocks.subList(from, to)) {
      joined = joined.then(block.layers());
    }
    return joined;
  }
}
