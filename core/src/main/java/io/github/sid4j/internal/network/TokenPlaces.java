package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Puts a learned token, the class token, before the others, and adds to each a learned vector of
 * its place: [B, T, width] to [B, T + 1, width].
 */
public final class TokenPlaces implements Layer {
  private static final double DEVIATION = 0.02;

  private final Tensor classToken;
  private final Tensor places;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param tokens T
   * @param width of a token
   * @param init draws the parameters
   */
  public TokenPlaces(int tokens, int width, Initializer init) {
    classToken = init.truncatedNormal(DEVIATION, 1, 1, width);
    places = init.truncatedNormal(DEVIATION, 1, tokens + 1L, width);
  }

  @Override
  public Tensor forward(Tensor x) {
    long[] shape = x.shape();
    if (shape.length != 3 || shape[1] + 1 != places.size(1) || shape[2] != places.size(2)) {
      throw new IllegalArgumentException(
          "places expected tokens [B, "
              + (places.size(1) - 1)
              + ", "
              + places.size(2)
              + "], found "
              + Arrays.toString(shape));
    }
    return Functional.prepend(classToken, x).plus(places);
  }

  @Override
  public Parameters parameters() {
    Map<String, Tensor> both = new LinkedHashMap<>();
    both.put("cls_token", classToken);
    both.put("pos_embed", places);
    return Parameters.of(both);
  }
}
