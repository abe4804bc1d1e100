package io.github.sid4j.cascade;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/** A trunk whose layers compute in a precision, and whose features have that of its parameters. */
record PreciseTrunk(Layer plain, Precision precision) implements Layer {
  @Override
  public Tensor forward(Tensor x) {
    try (Precision.Mode mode = precision.open()) {
      return plain.forward(x).widened();
    }
  }

  @Override
  public Parameters parameters() {
    return plain.parameters();
  }

  @Override
  public Parameters buffers() {
    return plain.buffers();
  }
}
