package io.github.sid4j.internal.predict;

import io.github.sid4j.cascade.Cascade;

/** Another library than libtorch that computes the inference of cascades. Found as a service. */
public interface EngineProvider {
  /**
   * Prepares a cascade.
   *
   * @param cascade with its weights, in single precision; stays with the caller
   * @param tokens how many ids there are, of a cascade that reads ids of tokens; 0 for others
   * @param threads of one call, at least 1
   * @param shape of one example
   * @return to be closed
   */
  BeliefEngine open(Cascade cascade, int tokens, int threads, int... shape);
}
