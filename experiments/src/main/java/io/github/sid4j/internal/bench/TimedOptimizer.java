package io.github.sid4j.internal.bench;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.List;

/** An optimizer whose steps are observed. */
record TimedOptimizer(Optimizer plain, int part, Observer observer) implements Optimizer {
  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    observer.update(part, () -> plain.step(gradients, learningRate));
  }

  @Override
  public OptimizerState state() {
    return plain.state();
  }
}
