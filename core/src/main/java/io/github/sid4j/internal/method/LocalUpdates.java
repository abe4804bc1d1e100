package io.github.sid4j.internal.method;

import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.method.Optimizers;
import java.util.List;

/** Gives each part's gradients to its own optimizer, at one batch's learning rate. */
public record LocalUpdates(Optimizers optimizers, double learningRate)
    implements Execution.Updates {
  @Override
  public void module(int index, List<Tensor> gradients) {
    optimizers.stepModule(index, gradients, learningRate);
  }

  @Override
  public void extractor(List<Tensor> gradients) {
    optimizers.stepExtractor(gradients, learningRate);
  }
}
