package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.LayerNorm;
import io.github.sid4j.network.Linear;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A block of the vision transformer (Dosovitskiy et al., ICLR 2021), [B, T, width] to [B, T,
 * width]: {@code y = x + attn(norm1(x))}, then {@code y + fc2(gelu(fc1(norm2(y))))}, four times as
 * wide between the two.
 */
public final class TransformerBlock implements Layer, Composite {
  private static final int WIDENING = 4;

  private final LayerNorm norm1;
  private final MultiHeadAttention attn;
  private final LayerNorm norm2;
  private final Linear fc1;
  private final Linear fc2;

  /**
   * Makes the block with drawn parameters.
   *
   * @param width of a token
   * @param heads whose number divides the width
   * @param init draws the parameters
   */
  public TransformerBlock(int width, int heads, Initializer init) {
    norm1 = new LayerNorm(width, init);
    attn = new MultiHeadAttention(width, heads, init);
    norm2 = new LayerNorm(width, init);
    fc1 = Linear.forTokens(width, WIDENING * width, init);
    fc2 = Linear.forTokens(WIDENING * width, width, init);
  }

  /** Multiplications for each of T tokens: of the linear layers, and of the tokens' products. */
  static double cost(int width, int tokens) {
    return (4.0 + 2 * WIDENING) * width * width + 2.0 * width * tokens;
  }

  @Override
  public Tensor forward(Tensor x) {
    return forward(x, null);
  }

  /** The same on those tokens that are there, see {@link MultiHeadAttention}. */
  Tensor forward(Tensor x, @Nullable Tensor there) {
    Tensor y = Scope.apply(x, read -> read.plus(attn.forward(norm1.forward(read), there)));
    return Scope.apply(y, read -> read.plus(mlp(read)));
  }

  private Tensor mlp(Tensor y) {
    Tensor wide = Scope.apply(y, read -> fc1.forwardTokens(norm2.forward(read)));
    return fc2.forwardTokens(Functional.gelu(wide));
  }

  @Override
  public Map<String, Layer> parts() {
    Map<String, Layer> parts = new LinkedHashMap<>();
    parts.put("norm1", norm1);
    parts.put("attn", attn);
    parts.put("norm2", norm2);
    parts.put("mlp.fc1", fc1);
    parts.put("mlp.fc2", fc2);
    return parts;
  }
}
