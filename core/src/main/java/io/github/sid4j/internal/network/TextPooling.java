package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Attention;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Sequences;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Attention of a text as a whole, as {@link TokenPooling} is that of a class token: [B, T, C + 1]
 * to [B, 2 C]. After layer norm the mean of the tokens attends once to all that are there, and what
 * it gathers is put behind it.
 */
public final class TextPooling implements Layer, Composite {
  private final int heads;
  private final LayerNorm norm;
  private final Linear q;
  private final Linear kv;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param width C
   * @param heads whose number divides C
   * @param init draws the parameters
   */
  public TextPooling(int width, int heads, Initializer init) {
    this.heads = heads;
    norm = new LayerNorm(width, init);
    q = Linear.forTokens(width, width, init);
    kv = Linear.forTokens(width, 2 * width, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor there = EachToken.there(x);
    Tensor normed = norm.forward(EachToken.vectors(x));
    Tensor mean = Sequences.mean(normed, there);
    Tensor gathered =
        Attention.ofOne(q.forward(mean), normed, there, kv.weight(), kv.bias(), heads);
    return Functional.concatenate(mean, gathered);
  }

  /**
   * How many heads there are.
   *
   * @return at least 1
   */
  public int heads() {
    return heads;
  }

  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("norm", norm);
    parts.put("q", q);
    parts.put("kv", kv);
    return parts;
  }
}
