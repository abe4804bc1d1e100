package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Sequences;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/**
 * The largest of what each kernel of {@link TextConvolution}s found in a text, [B, T, m + C + 1] to
 * [B, m].
 *
 * @param vector C, width of a token's vector
 */
public record LargestFound(int vector) implements Layer {
  @Override
  public Tensor forward(Tensor x) {
    return Sequences.largest(x.narrowLast(0, x.size(2) - 1 - vector));
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
