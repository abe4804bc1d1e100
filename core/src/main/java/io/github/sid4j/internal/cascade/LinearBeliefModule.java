package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameterized;
import java.util.Map;

/**
 * A module without a hidden layer: linear(N + features, N) on the belief before and the features,
 * joined in this order. It begins with parameters of 0, so that what it does not learn does not
 * disturb it: for few samples of many features.
 */
public final class LinearBeliefModule implements BeliefModule, Composite {
  private final Linear fc;

  /**
   * Makes the module.
   *
   * @param classes N
   * @param features width of the features [B, features]
   * @param init makes the parameters
   */
  public LinearBeliefModule(int classes, int features, Initializer init) {
    fc = Linear.ofZeros(classes + features, classes, init);
  }

  /**
   * The layer.
   *
   * @return from the belief and the features, joined in this order, to logits
   */
  public Linear fc() {
    return fc;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return fc.forward(Functional.concatenate(before, features));
  }

  @Override
  public Map<String, Parameterized> parts() {
    return Map.of("fc", fc);
  }
}
