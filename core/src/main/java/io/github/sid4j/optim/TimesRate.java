package io.github.sid4j.optim;

import io.github.sid4j.engine.Tensor;
import java.util.List;
import java.util.Map;

/** An optimizer whose learning rate is a multiple of what the others of a cascade get. */
record TimesRate(Optimizer optimizer, double factor) implements Optimizer {
  @Override
  public List<Tensor> parameters() {
    return optimizer.parameters();
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    optimizer.step(gradients, learningRate * factor);
  }

  @Override
  public Map<String, Tensor> state() {
    return optimizer.state();
  }

  @Override
  public void swapAverage() {
    optimizer.swapAverage();
  }

  @Override
  public long steps() {
    return optimizer.steps();
  }

  @Override
  public void restoreSteps(long steps) {
    optimizer.restoreSteps(steps);
  }
}
