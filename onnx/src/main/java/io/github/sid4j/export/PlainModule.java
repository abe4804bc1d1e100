package io.github.sid4j.export;

import io.github.sid4j.cascade.BeliefModule;
import java.util.function.Function;

/**
 * Modules around another one that differ from it in training alone.
 *
 * @param kind their class
 * @param inner what they are around
 */
record PlainModule<M extends BeliefModule>(
    Class<M> kind, Function<? super M, ? extends BeliefModule> inner) implements ModuleWriter<M> {
  @Override
  public Value advance(M module, Value features, Graph graph) {
    return graph.advance(inner.apply(module), features);
  }

  @Override
  public Value logits(M module, Value before, Value features, Graph graph) {
    return graph.logits(inner.apply(module), before, features);
  }

  /** What one of these modules is around. */
  BeliefModule of(BeliefModule module) {
    return inner.apply(kind.cast(module));
  }
}
