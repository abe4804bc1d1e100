package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Block;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Flatten;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Parameterized;
import io.github.sid4j.network.Sequential;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two fully connected layers with ReLU between: linear(in, hidden), linear(hidden, out). As an
 * extractor it reads images too, row by row: [B, ...] of {@code in} numbers each to [B, out].
 */
public final class Mlp implements Layer, Composite {
  /** Its layers: the pieces that it can be computed in. */
  public static final int PIECES = 2;

  private final Flatten flatten;
  private final Linear fc1;
  private final Linear fc2;

  /**
   * Makes the network with drawn parameters.
   *
   * @param in numbers read for each sample
   * @param hidden width between the layers
   * @param out numbers given for each sample
   * @param init draws the parameters
   */
  public Mlp(int in, int hidden, int out, Initializer init) {
    this(in, new Linear(in, hidden, init), new Linear(hidden, out, init));
  }

  private Mlp(int in, Linear fc1, Linear fc2) {
    flatten = new Flatten(in);
    this.fc1 = fc1;
    this.fc2 = fc2;
  }

  /**
   * A network whose last layer begins with parameters of 0, so that it gives zeros at first.
   *
   * @param in numbers read for each sample
   * @param hidden width between the layers
   * @param out numbers given for each sample
   * @param init draws the other parameters
   * @return the network
   */
  public static Mlp endingInZeros(int in, int hidden, int out, Initializer init) {
    Linear last = Linear.ofZeros(hidden, out, init);
    return new Mlp(in, new Linear(in, hidden, init), last);
  }

  /**
   * Fully connected layers with ReLU behind each, to be cut into stages.
   *
   * @param in numbers read for each sample, of any shape
   * @param widths of the layers, at least one
   * @param init draws the parameters
   * @return a block for each layer; nothing is pooled
   */
  public static Backbone backbone(int in, List<Integer> widths, Initializer init) {
    List<Block> blocks = new ArrayList<>();
    Sequential layers = Sequential.empty().then("flatten", new Flatten(in));
    int read = in;
    for (int i = 0; i < widths.size(); i++) {
      int width = widths.get(i);
      layers =
          layers
              .then("fc" + (i + 1), new Linear(read, width, init))
              .then("relu" + (i + 1), Operation.RELU_IN_PLACE);
      blocks.add(new Block(layers, width, (double) read * width));
      layers = Sequential.empty();
      read = width;
    }
    return new Backbone(blocks, Operation.IDENTITY);
  }

  /** The two layers, ReLU with the first. */
  @Override
  public List<Layer> pieces() {
    return List.of(
        Sequential.empty()
            .then("flatten", flatten)
            .then("fc1", fc1)
            .then("relu", Operation.RELU_IN_PLACE),
        fc2);
  }

  @Override
  public Tensor forward(Tensor x) {
    return fc2.forward(fc1.forward(flatten.forward(x)).inPlace().relu().tensor());
  }

  @Override
  public Map<String, Parameterized> parts() {
    Map<String, Parameterized> parts = new LinkedHashMap<>();
    parts.put("fc1", fc1);
    parts.put("fc2", fc2);
    return parts;
  }
}
