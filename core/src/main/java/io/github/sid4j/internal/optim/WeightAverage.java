package io.github.sid4j.internal.optim;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.optim.Optimizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A moving average of what an optimizer changes (Polyak and Juditsky, 1992), to be evaluated in the
 * place of the weights: {@code a = d a + (1 - d) w} after each step. In the first steps d is
 * smaller, {@code (1 + t) / (10 + t)}, so that the first weights do not stay in it.
 */
public final class WeightAverage implements Optimizer {
  private final Optimizer trained;
  private final ParameterCopies average;
  private final double decay;

  private WeightAverage(Optimizer trained, Parameters parameters, double decay) {
    this.trained = trained;
    this.average = new ParameterCopies("average", parameters);
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
  public List<Tensor> parameters() {
    return trained.parameters();
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    if (steps() == 0) {
      average.take();
    }
    trained.step(gradients, learningRate);
    double kept = Math.min(decay, (1.0 + steps()) / (10.0 + steps()));
    try (Autograd.Mode off = Autograd.off()) {
      average.follow(1 - kept);
    }
  }

  @Override
  public void swapAverage() {
    if (steps() > 0) {
      average.swap();
    }
  }

  @Override
  public Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>(trained.state());
    state.putAll(average.byName());
    return state;
  }

  @Override
  public long steps() {
    return trained.steps();
  }

  @Override
  public void restoreSteps(long steps) {
    trained.restoreSteps(steps);
  }
}
