package io.github.sid4j.cascade;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;

/** A trunk whose layers compute in a precision, and whose features have that of its parameters. */
final class PreciseTrunk extends ForwardingLayer {
  private final Precision precision;

  PreciseTrunk(Layer plain, Precision precision) {
    super(plain);
    this.precision = precision;
  }

  @Override
  public Tensor forward(Tensor x) {
    try (Precision.Mode mode = precision.open()) {
      return plain().forward(x).widened();
    }
  }
}
