package io.github.sid4j.optim;

import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.optim.NewtonSchulz;
import io.github.sid4j.network.Parameters;
import java.util.List;

/**
 * Muon (Jordan and others, 2024): momentum whose update of each matrix is made nearly orthogonal,
 * so that all of its directions move alike. {@code v = momentum v + g}, and the step is {@code lr}
 * times {@linkplain NewtonSchulz the orthogonal factor} of {@code g + momentum v}. A convolution's
 * kernels are the rows of its matrix, [out, in k^2]. Weight decay shrinks the matrix by itself, as
 * AdamW does. For matrices alone: biases, norms and layers that give logits need another optimizer.
 *
 * <p>For one thread at a time.
 */
public final class Muon implements Optimizer {
  private static final String VELOCITY = "momentum_buffer";

  /** Of the iteration that finds the orthogonal factor. */
  private static final int ROUNDS = 5;

  /** As airbench has it: a matrix of fixed size is turned by less exact factors just as well. */
  private static final int FEW_ROUNDS = 3;

  private final OptimizerState state;
  private final double momentum;
  private final double weightDecay;
  private final boolean fixedNorm;

  private Muon(Parameters parameters, double momentum, double weightDecay, boolean fixedNorm) {
    this.state = new OptimizerState(parameters, VELOCITY);
    this.momentum = momentum;
    this.weightDecay = weightDecay;
    this.fixedNorm = fixedNorm;
  }

  /**
   * Muon, whose update of tall matrices is longer by the root of rows over columns.
   *
   * @param momentum 0 up to but not 1
   * @param weightDecay at least 0
   * @return makes such optimizers, of parameters with at least two dimensions
   */
  public static Factory muon(double momentum, double weightDecay) {
    return parameters -> new Muon(parameters, momentum, weightDecay, false);
  }

  /**
   * Muon that scales each matrix before its step, so that the root of the mean square of its rows'
   * lengths is 1 and the learning rate is how far it turns. For matrices in front of a norm, which
   * takes their scale away again.
   *
   * @param momentum 0 up to but not 1
   * @return makes such optimizers, of parameters with at least two dimensions
   */
  public static Factory ofFixedNorm(double momentum) {
    return parameters -> new Muon(parameters, momentum, 0, true);
  }

  /**
   * Chooses Muon for matrices, and Adam at a rate of 0.001 for the rest.
   *
   * @param rate the highest learning rate, above 0
   * @return the choice, for {@code Training.builder()}
   */
  public static OptimizerChoice withLearningRate(double rate) {
    return OptimizerChoice.of("muon", rate);
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
        try (Scope one = Scope.open()) {
          step(parameters.get(i), velocities.get(i), gradients.get(i), learningRate);
        }
      }
    }
  }

  private void step(Tensor w, Tensor v, Tensor g, double learningRate) {
    v.inPlace().times(momentum).plus(g, 1);
    Tensor direction = g.copy().inPlace().plus(v, momentum).tensor();
    long rows = w.size(0);
    Tensor update =
        NewtonSchulz.orthogonal(direction.reshape(rows, -1), fixedNorm ? FEW_ROUNDS : ROUNDS)
            .reshape(w.shape());
    double factor = 1;
    if (fixedNorm) {
      w.inPlace().times(Math.sqrt((double) rows) / Math.max(w.norm(), Double.MIN_NORMAL));
    } else {
      factor = Math.sqrt(Math.max(1, rows / (w.count() / (double) rows)));
      if (weightDecay > 0) {
        w.inPlace().times(1 - learningRate * weightDecay);
      }
    }
    w.inPlace().plus(update, -learningRate * factor);
  }
}
