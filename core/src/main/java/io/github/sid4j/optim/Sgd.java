package io.github.sid4j.optim;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.InPlace;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.List;

/**
 * Stochastic gradient descent with momentum as PyTorch defines it: {@code v = momentum v + g},
 * {@code w = w - lr v}; weight decay is added to the gradient. With Nesterov's momentum it is
 * {@code w = w - lr (g + momentum v)}.
 *
 * <p>For one thread at a time.
 */
public final class Sgd implements Optimizer {
  private static final String VELOCITY = "momentum_buffer";

  private final OptimizerState state;
  private final double momentum;
  private final double weightDecay;
  private final boolean nesterov;

  private Sgd(Parameters parameters, double momentum, double weightDecay, boolean nesterov) {
    this.state = new OptimizerState(parameters, VELOCITY);
    this.momentum = momentum;
    this.weightDecay = weightDecay;
    this.nesterov = nesterov;
  }

  /**
   * Stochastic gradient descent.
   *
   * @param momentum 0 up to but not 1
   * @param weightDecay at least 0
   * @return makes such optimizers
   */
  public static Factory sgd(double momentum, double weightDecay) {
    return parameters -> new Sgd(parameters, momentum, weightDecay, false);
  }

  /**
   * Stochastic gradient descent with Nesterov's momentum, as PyTorch has it.
   *
   * @param momentum 0 up to but not 1
   * @param weightDecay at least 0
   * @return makes such optimizers
   */
  public static Factory nesterov(double momentum, double weightDecay) {
    return parameters -> new Sgd(parameters, momentum, weightDecay, true);
  }

  /**
   * Chooses stochastic gradient descent with a momentum of 0.9.
   *
   * @param rate the highest learning rate, above 0
   * @return the choice, for {@code Training.builder()}
   */
  public static OptimizerChoice withLearningRate(double rate) {
    return OptimizerChoice.of("sgd", rate);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    state.nextStep();
    List<Tensor> parameters = state.parameters();
    List<Tensor> velocities = state.of(VELOCITY);
    try (Autograd.Mode off = Autograd.off()) {
      for (int i = 0; i < parameters.size(); i++) {
        Tensor w = parameters.get(i);
        Tensor g = gradients.get(i);
        InPlace v = velocities.get(i).inPlace().times(momentum).plus(g, 1);
        if (weightDecay > 0) {
          v.plus(w, weightDecay);
        }
        if (nesterov) {
          // The gradient with its decay is what was added to the velocity just now.
          double kept = 1 - (weightDecay > 0 ? learningRate * weightDecay : 0);
          w.inPlace().times(kept).plus(g, -learningRate);
        }
        w.inPlace().plus(v.tensor(), -learningRate * (nesterov ? momentum : 1));
      }
    }
  }
}
