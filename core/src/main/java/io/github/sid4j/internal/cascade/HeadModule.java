package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Parameterized;
import java.util.Map;

/**
 * A module that reads the features of the stage before it by a head of its own, and carries none:
 * what a cascade of stages grows by.
 */
public final class HeadModule implements BeliefModule, Composite {
  private final Head head;

  /**
   * Takes a head.
   *
   * @param head reads what the last stage before gives
   */
  public HeadModule(Head head) {
    this.head = head;
  }

  /**
   * What reads its belief.
   *
   * @return as given
   */
  public Head head() {
    return head;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return head.logits(before, features);
  }

  @Override
  public Map<String, Parameterized> parts() {
    return Map.of("head", head);
  }
}
