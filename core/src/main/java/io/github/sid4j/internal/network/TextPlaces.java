package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/** Adds to each token a learned vector of its place, [B, T, C] with T up to a highest number. */
public final class TextPlaces implements Layer {
  private final Tensor places;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param most tokens of a text
   * @param width C
   * @param init draws the parameters
   */
  public TextPlaces(int most, int width, Initializer init) {
    places = init.truncatedNormal(0.02, most, width);
  }

  @Override
  public Tensor forward(Tensor x) {
    if (x.size(1) > places.size(0)) {
      throw new IllegalArgumentException(
          "places expected at most %s tokens, found %s".formatted(places.size(0), x.size(1)));
    }
    return x.plus(places.narrowFirst(0, x.size(1)));
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("weight", places));
  }
}
