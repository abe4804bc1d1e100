package io.github.sid4j.internal.network;

import io.github.sid4j.network.BatchNorm2d;
import io.github.sid4j.network.Composite;
import io.github.sid4j.network.Parameterized;

/**
 * Fixes the batch norms of a network that others trained: statistics, scale and shift stay as they
 * are, in training too, so that small batches do not disturb them. Each is then one product and one
 * sum of constants, and need not keep its input for the backward.
 */
public final class FrozenNorms {
  private FrozenNorms() {}

  /**
   * Fixes all batch norms of a part, before it is used.
   *
   * @param part whose tensors stay; the parameters of its batch norms become buffers
   */
  public static void freeze(Parameterized part) {
    if (part instanceof BatchNorm2d norm) {
      norm.freeze();
    } else if (part instanceof Composite composite) {
      composite.parts().values().forEach(FrozenNorms::freeze);
    }
  }
}
