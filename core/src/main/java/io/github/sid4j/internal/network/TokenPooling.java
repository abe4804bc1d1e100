package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Attention;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Operation;

/**
 * Attention before the class token is read: what a classifier reads from tokens whose class token
 * has not gathered much yet, as in a transformer's first blocks. Tokens [B, T, C] to [B, 2 C]:
 * after layer norm the class token attends once to all tokens (Touvron et al., ICCV 2021, class
 * attention), and what it gathers is put behind it.
 */
public final class TokenPooling extends AttentionPooling {
  /**
   * Makes the layer with drawn parameters.
   *
   * @param width C
   * @param heads whose number divides C
   * @param init draws the parameters
   */
  public TokenPooling(int width, int heads, Initializer init) {
    super(width, heads, init);
  }

  /**
   * Numbers given for each sample.
   *
   * @param width C
   * @return 2 C
   */
  public static int features(int width) {
    return 2 * width;
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor normed = normed(x);
    Tensor first = Operation.FIRST_TOKEN.forward(normed);
    Linear kv = keysAndValues();
    Tensor gathered = Attention.ofOne(query(first), normed, kv.weight(), kv.bias(), heads());
    return Functional.concatenate(first, gathered);
  }
}
