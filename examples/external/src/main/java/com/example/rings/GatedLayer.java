package com.example.rings;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;

/** An own network: {@code relu(open(x)) gate(x)}, from [B, in] to [B, features]. */
final class GatedLayer implements Layer {
  static final int FEATURES = 24;

  final Linear open;
  final Linear gate;

  GatedLayer(int[] shape, Initializer init) {
    open = new Linear(shape[0], FEATURES, init);
    gate = new Linear(shape[0], FEATURES, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    return Functional.relu(open.forward(x)).times(gate.forward(x));
  }

  @Override
  public Parameters parameters() {
    return Parameters.none().and("open", open.parameters()).and("gate", gate.parameters());
  }
}
