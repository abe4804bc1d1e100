package io.github.sid4j.bench;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.ForwardingModule;
import io.github.sid4j.engine.Tensor;

/** A module whose forward is timed. */
final class TimedModule extends ForwardingModule {
  private final StepClock clock;

  TimedModule(BeliefModule plain, StepClock clock) {
    super(plain);
    this.clock = clock;
  }

  @Override
  public Tensor advance(Tensor features) {
    return clock.time(StepClock.Part.MODULES_FORWARD, () -> plain().advance(features));
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return clock.time(StepClock.Part.MODULES_FORWARD, () -> plain().logits(before, features));
  }
}
