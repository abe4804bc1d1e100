package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import java.util.LinkedHashMap;
import java.util.Map;

/** What layers have that ask all tokens once, after layer norm, and by several heads. */
public abstract class AttentionPooling implements Layer, Composite {
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
  AttentionPooling(int width, int heads, Initializer init) {
    this.heads = heads;
    norm = new LayerNorm(width, init);
    q = Linear.forTokens(width, width, init);
    kv = Linear.forTokens(width, 2 * width, init);
  }

  /** Tokens after layer norm. */
  final Tensor normed(Tensor tokens) {
    return norm.forward(tokens);
  }

  /** What is asked for. */
  final Tensor query(Tensor asking) {
    return q.forward(asking);
  }

  /** The layer whose halves are keys and values. */
  final Linear keysAndValues() {
    return kv;
  }

  /**
   * How many heads there are.
   *
   * @return at least 1
   */
  public final int heads() {
    return heads;
  }

  @Override
  public final Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("norm", norm);
    parts.put("q", q);
    parts.put("kv", kv);
    return parts;
  }
}
