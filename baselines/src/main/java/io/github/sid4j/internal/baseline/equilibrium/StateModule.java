package io.github.sid4j.internal.baseline.equilibrium;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;

/**
 * Reads a belief from output states in [0, 1] that are to be 1 for the class and 0 elsewhere: they
 * are divided by their sum. It has no parameters.
 */
public final class StateModule implements BeliefModule {
  /** Added to each state: a class of state 0 is not impossible. */
  private static final double EPSILON = 1e-3;

  /** Makes the module. */
  public StateModule() {}

  @Override
  public Tensor logits(Tensor before, Tensor states) {
    return states.plus(states.factory().full(EPSILON, states.type())).log();
  }

  @Override
  public Parameters parameters() {
    return Parameters.none();
  }
}
