package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Linear;
import io.github.sid4j.network.Parameterized;
import java.util.Map;

/**
 * The last layer of an ordinary classifier: linear(features, N), which looks at no belief. A
 * cascade of a whole network and this one module is that network as everybody trains it.
 */
public final class ClassifierModule implements BeliefModule, Composite {
  private final Linear fc;

  /**
   * Makes the module with drawn parameters.
   *
   * @param classes N
   * @param features width of the features [B, features]
   * @param init draws the parameters
   */
  public ClassifierModule(int classes, int features, Initializer init) {
    fc = new Linear(features, classes, init);
  }

  /**
   * The layer.
   *
   * @return from features to logits
   */
  public Linear fc() {
    return fc;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return fc.forward(features);
  }

  @Override
  public Map<String, Parameterized> parts() {
    return Map.of("fc", fc);
  }
}
