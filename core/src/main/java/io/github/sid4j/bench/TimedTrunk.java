package io.github.sid4j.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.network.Layer;

/** A trunk whose forward is timed. */
final class TimedTrunk extends ForwardingLayer {
  private final StepClock clock;

  TimedTrunk(Layer plain, StepClock clock) {
    super(plain);
    this.clock = clock;
  }

  @Override
  public Tensor forward(Tensor x) {
    return clock.time(StepClock.Part.TRUNK_FORWARD, () -> plain().forward(x));
  }
}
