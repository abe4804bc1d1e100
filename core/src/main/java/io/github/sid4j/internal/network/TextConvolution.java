package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Sequences;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import java.util.Map;

/**
 * A convolution over tokens that puts what it finds before what it reads: [B, T, m + C + 1] to [B,
 * T, n + m + C + 1]. Behind the m numbers that convolutions before it found, the vectors of tokens
 * and the channel of {@link TokenEmbedding} pass through, so that convolutions of several widths
 * read the same vectors one after the other. Padding finds 0, as much of it as there may be.
 */
public final class TextConvolution implements Layer, Composite {
  private final int vector;
  private final int window;
  private final Linear conv;

  /**
   * Makes the layer with drawn parameters.
   *
   * @param vector C, width of a token's vector
   * @param window tokens that are read together, at least 1
   * @param maps n, kernels
   * @param init draws the parameters
   */
  public TextConvolution(int vector, int window, int maps, Initializer init) {
    this.vector = vector;
    this.window = window;
    conv = new Linear(window * vector, maps, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor there = EachToken.there(x);
    Tensor vectors = x.narrowLast(x.size(2) - 1 - vector, vector);
    Tensor found = Functional.relu(conv.forwardTokens(Sequences.windows(vectors, window)));
    return Functional.concatenate(found.times(there), x);
  }

  /**
   * The width of a token's vector.
   *
   * @return C
   */
  public int vector() {
    return vector;
  }

  /**
   * How many tokens are read together.
   *
   * @return at least 1
   */
  public int window() {
    return window;
  }

  @Override
  public Map<String, Layer> parts() {
    return Map.of("conv", conv);
  }
}
