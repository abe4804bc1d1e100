package io.github.sid4j.network;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;

/** A fully connected layer, [B, in] to [B, out]. */
public final class Linear implements Layer {
  private final Tensor weight;
  private final Tensor bias;

  /**
   * Makes the layer with drawn parameters: weight [out, in], bias [out].
   *
   * @param in features read
   * @param out features given
   * @param init draws the parameters
   */
  public Linear(int in, int out, Initializer init) {
    weight = init.uniform(in, out, in);
    bias = init.uniform(in, out);
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.linear(x, weight, bias);
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(weight, bias);
  }
}
