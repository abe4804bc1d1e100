package io.github.sid4j.cascade;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;

/** A module whose layers compute in a precision; what it hands on has that of its parameters. */
final class PreciseModule extends ForwardingModule {
  private final Precision precision;

  PreciseModule(BeliefModule plain, Precision precision) {
    super(plain);
    this.precision = precision;
  }

  @Override
  public Tensor advance(Tensor features) {
    if (!plain().carriesStage()) {
      return plain().advance(features);
    }
    try (Precision.Mode mode = precision.open()) {
      return plain().advance(features).widened();
    }
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    try (Precision.Mode mode = precision.open()) {
      return plain().logits(before, features).widened();
    }
  }
}
