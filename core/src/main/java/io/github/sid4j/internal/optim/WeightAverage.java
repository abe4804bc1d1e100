package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import io.github.sid4j.optim.OptimizerState;
import java.util.List;

/**
 * A moving average of what an optimizer changes (Polyak and Juditsky, 1992), to be evaluated in the
 * place of the weights: {@code a = d a + (1 - d) w} after each step. In the first steps d is
 * smaller, {@code (1 + t) / (10 + t)}, so that the first weights do not stay in it.
 */
public final class WeightAverage implements Optimizer {
  private static final String AVERAGE = "average";

  private final Optimizer trained;
  private final OptimizerState state;
  private final ParameterCopies average;
  private final double decay;

  private WeightAverage(Optimizer trained, Parameters parameters, double decay) {
    this.trained = trained;
    this.state = new OptimizerState(parameters, AVERAGE).with(trained.state(), 0).average(AVERAGE);
    this.average = new ParameterCopies(state.parameters(), state.of(AVERAGE));
    this.decay = decay;
  }

  /**
   * Keeps an average beside an optimizer.
   *
   * @param trained makes the optimizer
   * @param decay d, above 0 and below 1
   * @return makes both
   */
  public static Factory around(Factory trained, double decay) {
    return parameters -> new WeightAverage(trained.create(parameters), parameters, decay);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    long step = state.nextStep();
    if (step == 1) {
      average.take();
    }
    trained.step(gradients, learningRate);
    double kept = Math.min(decay, (1.0 + step) / (10.0 + step));
    try (Autograd.Mode off = Autograd.off()) {
      average.follow(1 - kept);
    }
  }
}
