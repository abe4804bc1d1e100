package io.github.sid4j.internal.cascade;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.network.Parameters;
import java.util.function.Supplier;

/**
 * A module that is not trained, as {@link io.github.sid4j.internal.network.FrozenLayer} is a layer
 * that is not: it infers, keeps no graph, and its parameters are buffers here.
 */
public final class FrozenModule extends ModuleAround {

  /**
   * Freezes a module.
   *
   * @param plain whose tensors these are
   */
  public FrozenModule(BeliefModule plain) {
    super(plain);
  }

  @Override
  public Tensor advance(Tensor features) {
    return carriesStage() ? inferred(() -> plain().advance(features)) : features;
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return inferred(() -> plain().logits(before, features));
  }

  /** In a scope of its own, so that what is in between goes at once. */
  private static Tensor inferred(Supplier<Tensor> forward) {
    try (Autograd.Mode off = Autograd.off();
        Pass inference = Pass.inference();
        Scope scope = Scope.open()) {
      return scope.leave(forward.get().detach());
    }
  }

  /** None. */
  @Override
  public Parameters parameters() {
    return Parameters.none();
  }

  /** The module's parameters, and its buffers. */
  @Override
  public Parameters buffers() {
    return plain().parameters().and(plain().buffers());
  }
}
