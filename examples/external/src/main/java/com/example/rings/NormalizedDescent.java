package com.example.rings;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.List;

/** An own optimizer: a step of one length against the mean of each tensor's gradients. */
final class NormalizedDescent implements Optimizer {
  private static final String MEAN = "mean";

  private final OptimizerState state;

  NormalizedDescent(Parameters parameters) {
    state = new OptimizerState(parameters, MEAN);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    state.nextStep();
    try (Autograd.Mode off = Autograd.off()) {
      for (int i = 0; i < gradients.size(); i++) {
        Tensor mean = state.of(MEAN).get(i).inPlace().lerp(gradients.get(i), 0.5).tensor();
        state.parameters().get(i).inPlace().plus(mean, -learningRate / (1e-8 + mean.norm()));
      }
    }
  }
}
