package io.github.sid4j.internal.bench;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;

/** A module whose forward is observed. */
final class TimedModule extends ForwardingModule {
  private final int index;
  private final Observer observer;

  TimedModule(BeliefModule plain, int index, Observer observer) {
    super(plain);
    this.index = index;
    this.observer = observer;
  }

  @Override
  public Tensor advance(Tensor features) {
    return observer.forward(index, () -> plain().advance(features));
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return observer.forward(index, () -> plain().logits(before, features));
  }
}
