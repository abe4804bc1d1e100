package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Sequences;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/** The mean of the tokens that are there, [B, T, C + 1] to [B, C], see {@link TokenEmbedding}. */
public record TokenMean() implements Layer {
  @Override
  public Tensor forward(Tensor x) {
    return Sequences.mean(EachToken.vectors(x), EachToken.there(x));
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
