package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Attention;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Sequences;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;

/**
 * Attention of a text as a whole, as {@link TokenPooling} is that of a class token: [B, T, C + 1]
 * to [B, 2 C]. After layer norm the mean of the tokens attends once to all that are there, and what
 * it gathers is put behind it.
 */
public final class TextPooling extends AttentionPooling {
  /**
   * Makes the layer with drawn parameters.
   *
   * @param width C
   * @param heads whose number divides C
   * @param init draws the parameters
   */
  public TextPooling(int width, int heads, Initializer init) {
    super(width, heads, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor there = EachToken.there(x);
    Tensor normed = normed(EachToken.vectors(x));
    Tensor mean = Sequences.mean(normed, there);
    Linear kv = keysAndValues();
    Tensor gathered = Attention.ofOne(query(mean), normed, there, kv.weight(), kv.bias(), heads());
    return Functional.concatenate(mean, gathered);
  }
}
