package com.example.rings;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import java.util.List;
import java.util.Map;

/** An own optimizer: a step of one length against each tensor's gradient. */
final class NormalizedDescent implements Optimizer {
  private final List<Tensor> parameters;
  private long steps;

  NormalizedDescent(Parameters parameters) {
    this.parameters = parameters.tensors();
  }

  @Override
  public List<Tensor> parameters() {
    return parameters;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    steps++;
    try (Autograd.Mode off = Autograd.off()) {
      for (int i = 0; i < parameters.size(); i++) {
        Tensor gradient = gradients.get(i);
        parameters.get(i).inPlace().plus(gradient, -learningRate / (1e-8 + gradient.norm()));
      }
    }
  }

  @Override
  public Map<String, Tensor> state() {
    return Map.of();
  }

  @Override
  public long steps() {
    return steps;
  }

  @Override
  public void restoreSteps(long taken) {
    steps = taken;
  }
}
