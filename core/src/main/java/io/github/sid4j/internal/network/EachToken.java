package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Layer;
import java.util.Map;

/**
 * A layer on the vectors of tokens, [B, T, C + 1] to [B, T, D + 1], that hands on which tokens are
 * there, see {@link TokenEmbedding}. A {@link TransformerBlock} reads that, too: no token attends
 * to padding.
 */
public final class EachToken implements Layer, Composite {
  private final Layer layer;

  /**
   * Wraps a layer.
   *
   * @param layer from [B, T, C] to [B, T, D]
   */
  public EachToken(Layer layer) {
    this.layer = layer;
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor vectors = vectors(x);
    Tensor there = there(x);
    Tensor y =
        layer instanceof TransformerBlock block
            ? block.forward(vectors, there)
            : layer.forward(vectors);
    return Functional.concatenate(y, there);
  }

  /** The vectors of tokens, without the channel behind them. */
  static Tensor vectors(Tensor x) {
    return x.narrowLast(0, x.size(2) - 1);
  }

  /** That channel, [B, T, 1], which is a constant. */
  static Tensor there(Tensor x) {
    return x.narrowLast(x.size(2) - 1, 1).detach();
  }

  /**
   * What is applied.
   *
   * @return the layer
   */
  public Layer layer() {
    return layer;
  }

  @Override
  public Map<String, Layer> parts() {
    return Map.of("each", layer);
  }
}
