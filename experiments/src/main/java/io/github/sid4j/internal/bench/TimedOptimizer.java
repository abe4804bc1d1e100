package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.optim.Optimizer;
import java.util.List;
import java.util.Map;

/** An optimizer whose steps are observed. */
record TimedOptimizer(Optimizer plain, int part, Observer observer) implements Optimizer {
  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    observer.update(part, () -> plain.step(gradients, learningRate));
  }

  @Override
  public List<Tensor> parameters() {
    return plain.parameters();
  }

  @Override
  public Map<String, Tensor> state() {
    return plain.state();
  }

  @Override
  public long steps() {
    return plain.steps();
  }

  @Override
  public void restoreSteps(long steps) {
    plain.restoreSteps(steps);
  }
}
