package io.github.sid4j.optim;

import io.github.sid4j.engine.Tensor;
import java.util.List;

/** An optimizer whose learning rate is a multiple of what the others of a cascade get. */
record TimesRate(Optimizer optimizer, double factor) implements Optimizer {
  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    optimizer.step(gradients, learningRate * factor);
  }

  @Override
  public OptimizerState state() {
    return optimizer.state();
  }
}
