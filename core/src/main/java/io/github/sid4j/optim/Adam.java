package io.github.sid4j.optim;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Parameters;
import java.util.List;

/**
 * Adam (Kingma and Ba, ICLR 2015) with beta 0.9 and 0.999, epsilon 1e-8; weight decay is added to
 * the gradient, or, as AdamW (Loshchilov and Hutter, ICLR 2019), taken from the parameters.
 *
 * <p>For one thread at a time.
 */
public final class Adam implements Optimizer {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private static final String MEAN = "exp_avg";
  private static final String VARIANCE = "exp_avg_sq";

  private final OptimizerState state;
  private final double weightDecay;
  private final boolean decoupled;

  private Adam(Parameters parameters, double weightDecay, boolean decoupled) {
    this.state = new OptimizerState(parameters, MEAN, VARIANCE);
    this.weightDecay = weightDecay;
    this.decoupled = decoupled;
  }

  /**
   * Adam with the decay in the gradient.
   *
   * @param weightDecay at least 0
   * @return makes such optimizers
   */
  public static Factory adam(double weightDecay) {
    return parameters -> new Adam(parameters, weightDecay, false);
  }

  /**
   * AdamW, with the decay apart from the gradient.
   *
   * @param weightDecay at least 0
   * @return makes such optimizers
   */
  public static Factory adamW(double weightDecay) {
    return parameters -> new Adam(parameters, weightDecay, true);
  }

  /**
   * Chooses Adam.
   *
   * @param rate the highest learning rate, above 0
   * @return the choice, for {@code Training.builder()}
   */
  public static OptimizerChoice withLearningRate(double rate) {
    return OptimizerChoice.of("adam", rate);
  }

  /**
   * Chooses AdamW, with the decay apart from the gradient.
   *
   * @param rate the highest learning rate, above 0
   * @param weightDecay at least 0
   * @return the choice, for {@code Training.builder()}
   */
  public static OptimizerChoice decoupled(double rate, double weightDecay) {
    return OptimizerChoice.of("adamw", rate).weightDecay(weightDecay);
  }

  @Override
  public OptimizerState state() {
    return state;
  }

  @Override
  public void step(List<Tensor> gradients, double learningRate) {
    double steps = (double) state.nextStep();
    double correction1 = 1 - Math.pow(BETA1, steps);
    // The correction of the variance is taken to the numbers around it, which spares a pass.
    double correction2 = Math.sqrt(1 - Math.pow(BETA2, steps));
    List<Tensor> parameters = state.parameters();
    List<Tensor> means = state.of(MEAN);
    List<Tensor> variances = state.of(VARIANCE);
    try (Autograd.Mode off = Autograd.off()) {
      for (int i = 0; i < parameters.size(); i++) {
        Tensor w = parameters.get(i);
        Tensor g = gradients.get(i);
        if (weightDecay > 0) {
          if (decoupled) {
            w.inPlace().times(1 - learningRate * weightDecay);
          } else {
            g = g.plus(w.times(weightDecay));
          }
        }
        Tensor m = means.get(i).inPlace().lerp(g, 1 - BETA1).tensor();
        Tensor v = variances.get(i).inPlace().times(BETA2).plusProduct(g, g, 1 - BETA2).tensor();
        Tensor denominator = v.sqrt().inPlace().plus(EPSILON * correction2).tensor();
        w.inPlace().plusQuotient(m, denominator, -learningRate * correction2 / correction1);
      }
    }
  }
}
