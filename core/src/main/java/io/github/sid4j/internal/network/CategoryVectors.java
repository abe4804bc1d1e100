package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/**
 * A learned vector for each category of a column: [B, categories], of which one is 1 or none, to
 * [B, width]; zeros for none.
 */
public final class CategoryVectors implements Layer {
  private final Tensor weight;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param categories of the column
   * @param width of a vector
   * @param init draws the parameters
   */
  public CategoryVectors(int categories, int width, Initializer init) {
    weight = init.truncatedNormal(1 / Math.sqrt(width), categories, width);
  }

  @Override
  public Tensor forward(Tensor x) {
    return x.matmul(weight);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("weight", weight));
  }
}
