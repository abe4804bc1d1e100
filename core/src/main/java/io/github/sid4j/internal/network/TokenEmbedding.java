package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Sequences;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import java.util.Map;

/**
 * A learned vector for each token, and behind it a channel that says whether the token is there:
 * ids [B, T] to [B, T, width + 1]. Padding is the id behind the last one; it gets zeros throughout.
 * What reads the result finds there which tokens are padding.
 */
public final class TokenEmbedding implements Layer {
  private final int tokens;
  private final Tensor weight;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param tokens ids, at least 1
   * @param width of a vector
   * @param deviation of its first values
   * @param init draws them
   */
  public TokenEmbedding(int tokens, int width, double deviation, Initializer init) {
    this.tokens = tokens;
    weight = init.truncatedNormal(deviation, tokens + 1L, width);
  }

  @Override
  public Tensor forward(Tensor ids) {
    Tensor there = Sequences.there(ids, tokens, weight.type());
    return Functional.concatenate(Sequences.embed(weight, ids).times(there), there);
  }

  /**
   * The id of padding.
   *
   * @return one more than the highest id of a token
   */
  public int padding() {
    return tokens;
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(Map.of("weight", weight));
  }
}
