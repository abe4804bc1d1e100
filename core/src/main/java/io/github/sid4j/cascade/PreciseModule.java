package io.github.sid4j.cascade;

import io.github.sid4j.engine.Cores;
import io.github.sid4j.engine.Precision;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;

/** A module whose layers compute in a precision; what it hands on has that of its parameters. */
record PreciseModule(BeliefModule plain, Precision precision) implements BeliefModule {
  @Override
  public Tensor advance(Tensor features) {
    if (!plain.carriesStage()) {
      return plain.advance(features);
    }
    try (Precision.Mode mode = precision.open()) {
      return plain.advance(features).widened();
    }
  }

  @Override
  public boolean carriesStage() {
    return plain.carriesStage();
  }

  @Override
  public Cores openCores() {
    return plain.openCores();
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    try (Precision.Mode mode = precision.open()) {
      return plain.logits(before, features).widened();
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
