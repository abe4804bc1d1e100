package io.github.sid4j.bench;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.engine.Cores;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;

/** A module whose forward is timed. */
record TimedModule(BeliefModule plain, StepClock clock) implements BeliefModule {
  @Override
  public Tensor advance(Tensor features) {
    return clock.time(StepClock.Part.MODULES_FORWARD, () -> plain.advance(features));
  }

  @Override
  public boolean carriesStage() {
    return plain.carriesStage();
  }

  @Override
  public Cores openCores() {
    return plain.openCores();
  }

  @Override
  public Tensor logits(Tensor before, Tensor features) {
    return clock.time(StepClock.Part.MODULES_FORWARD, () -> plain.logits(before, features));
  }

  @Override
  public Parameters parameters() {
    return plain.parameters();
  }

  @Override
  public Parameters buffers() {
    return plain.buffers();
  }
}
