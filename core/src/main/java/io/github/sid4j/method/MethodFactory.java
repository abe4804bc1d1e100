package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.objective.Objective;

/**
 * Makes the method of a training: where users bring their own. An implementation is called by one
 * thread at a time.
 */
@FunctionalInterface
public interface MethodFactory {
  /**
   * Makes a method.
   *
   * @param cascade trained in place
   * @param objective of its modules
   * @param optimizers of its parts, without any step taken
   * @return to be closed after use
   */
  Method create(Cascade cascade, Objective objective, Optimizers optimizers);
}
