package io.github.sid4j.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;

/** A trunk whose forward is timed. */
record TimedTrunk(Layer plain, StepClock clock) implements Layer {
  @Override
  public Tensor forward(Tensor x) {
    return clock.time(StepClock.Part.TRUNK_FORWARD, () -> plain.forward(x));
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
