package io.github.sid4j.network;

import io.github.sid4j.engine.Norms;
import io.github.sid4j.engine.Tensor;

/**
 * Layer norm of [..., n] (Ba et al., 2016, arXiv 1607.06450): each row to mean 0 and variance 1,
 * then scaled and shifted. Epsilon is the vision transformers' 1e-6.
 *
 * <p>One thread at a time may train it; while nobody trains, several threads may compute with it.
 */
public final class LayerNorm implements Layer {
  private static final double EPSILON = 1e-6;

  private final Tensor weight;
  private final Tensor bias;

  /**
   * Makes a layer that scales by 1 and shifts by 0.
   *
   * @param width n
   * @param init makes the parameters
   */
  public LayerNorm(int width, Initializer init) {
    weight = init.constant(1, width);
    bias = init.constant(0, width);
  }

  @Override
  public Tensor forward(Tensor x) {
    return Norms.layerNorm(x, weight, bias, EPSILON);
  }

  /**
   * What is added to the variance.
   *
   * @return above 0
   */
  public double epsilon() {
    return EPSILON;
  }

  @Override
  public Parameters parameters() {
    return Parameters.of(weight, bias);
  }
}
