package io.github.sid4j.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;

/**
 * A fully connected layer, [B, in] to [B, out]. One thread at a time may train it; while nobody
 * trains, several threads may compute with it.
 */
public final class Linear implements Layer {
  private final Tensor weight;
  private final Tensor bias;

  /**
   * Makes the layer with parameters drawn as PyTorch does by default: weight [out, in], bias [out].
   *
   * @param in features read
   * @param out features given
   * @param init draws the parameters
   */
  public Linear(int in, int out, Initializer init) {
    this(init.uniform(in, out, in), init.uniform(in, out));
  }

  /**
   * Makes the layer of given parameters.
   *
   * @param weight [out, in], requires its gradient
   * @param bias [out], requires its gradient
   */
  public Linear(Tensor weight, Tensor bias) {
    this.weight = weight;
    this.bias = bias;
  }

  /** As transformers are drawn: weights truncated normal with deviation 0.02, biases 0. */
  public static Linear forTokens(int in, int out, Initializer init) {
    return new Linear(init.truncatedNormal(0.02, out, in), init.constant(0, out));
  }

  /** Of zeros alone, so that what is not learned does not disturb. */
  public static Linear ofZeros(int in, int out, Initializer init) {
    return new Linear(init.constant(0, out, in), init.constant(0, out));
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.linear(x, weight, bias);
  }

  /** Applies the layer to each token, [B, T, in] to [B, T, out]. */
  public Tensor forwardTokens(Tensor x) {
    long[] shape = x.shape();
    return forward(x.reshape(-1, shape[2])).reshape(shape[0], shape[1], weight.size(0));
  }

  public Tensor weight() {
    return weight;
  }

  public Tensor bias() {
    return bias;
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(weight, bias);
  }
}
