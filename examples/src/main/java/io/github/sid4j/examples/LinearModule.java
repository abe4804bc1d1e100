package io.github.sid4j.examples;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameters;

/** A module of one's own: a single linear layer on the belief before it and the features. */
final class LinearModule implements BeliefModule {
  private final Linear linear;

  LinearModule(int classes, int features, Initializer init) {
    linear = new Linear(classes + features, classes, init);
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return linear.forward(Functional.concatenate(before, features));
  }

  @Override
  public Parameters parameters() {
    return linear.parameters();
  }
}
