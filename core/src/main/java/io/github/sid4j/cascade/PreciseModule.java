package io.github.sid4j.cascade;

import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;

/**
 * A module whose layers compute in a precision. Its logits have that of its parameters; the
 * features of a stage stay as they are, since the next stage would only round them again.
 */
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
      return plain().advance(features);
    }
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    try (Precision.Mode mode = precision.open()) {
      return plain().logits(before, features).widened();
    }
  }
}
