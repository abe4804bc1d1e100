package io.github.sid4j.internal.network;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/**
 * Multiplies all that it reads by one number.
 *
 * @param factor the number
 */
public record ConstantScale(double factor) implements Layer {
  @Override
  public Tensor forward(Tensor x) {
    return x.times(factor);
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
