package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Attention;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Self-attention of several heads (Vaswani et al., NIPS 2017), [B, T, width] to [B, T, width]:
 * {@code qkv} gives queries, keys and values of all heads at once, {@code proj} mixes the results.
 */
public final class MultiHeadAttention implements Layer, Composite {
  private final int heads;
  private final Linear qkv;
  private final Linear proj;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param width of a token
   * @param heads whose number divides the width
   * @param init draws the parameters
   */
  public MultiHeadAttention(int width, int heads, Initializer init) {
    if (heads < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          "attention expected a number of heads that divides " + width + ", found " + heads);
    }
    this.heads = heads;
    qkv = Linear.forTokens(width, 3 * width, init);
    proj = Linear.forTokens(width, width, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    return forward(x, null);
  }

  /** The same on those tokens that are there, see {@link Attention}. */
  Tensor forward(Tensor x, @Nullable Tensor there) {
    return proj.forwardTokens(Attention.self(qkv.forwardTokens(x), heads, there));
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
    parts.put("qkv", qkv);
    parts.put("proj", proj);
    return parts;
  }
}
