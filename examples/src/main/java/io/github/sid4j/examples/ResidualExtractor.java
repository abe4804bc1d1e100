package io.github.sid4j.examples;

import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;

/**
 * An extractor of one's own: {@code y = relu(first(x))}, {@code z = y + relu(second(y))}, from [B,
 * in] to [B, features].
 */
final class ResidualExtractor implements Layer {
  private final Linear first;
  private final Linear second;

  ResidualExtractor(int in, int features, Initializer init) {
    first = new Linear(in, features, init);
    second = new Linear(features, features, init);
  }

  @Override
  public Tensor forward(Tensor x) {
    Tensor y = Functional.relu(first.forward(x));
    return y.plus(Functional.relu(second.forward(y)));
  }

  @Override
  public Parameters parameters() {
    // The order has to be the same at every call, and the names are those in the weight files.
    return Parameters.none().and("first", first.parameters()).and("second", second.parameters());
  }
}
