package io.github.sid4j.internal.baseline.equilibrium;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.network.ForwardingLayer;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Equilibrium propagation (Scellier and Bengio, 2017, arXiv 1602.05179): a network settles freely,
 * and then with its output drawn a little to the label or, at random, driven away from it. What the
 * products of neighbouring states have changed by, divided by beta, is the gradient of {@code |s_K
 * - p_y|^2 / 2} at rest, for small beta and mean over the batch. Nothing is differentiated; each
 * weight learns from the two states that it joins.
 */
public final class EquilibriumPropagation implements StepwiseMethod {
  private final Cascade cascade;
  private final EnergyNetwork network;
  private final Objective objective;
  private final Optimizers optimizers;
  private final double beta;
  private final int clampedSteps;

  /**
   * Prepares the method.
   *
   * @param cascade of an {@link EnergyNetwork} and one module without parameters; trained in place
   * @param objective by which the module is measured, not trained; its target is used
   * @param optimizers of its parts
   * @param beta how strongly the output is drawn, above 0
   * @param clampedSteps how often states move meanwhile, at least 1
   */
  public EquilibriumPropagation(
      Cascade cascade, Objective objective, Optimizers optimizers, double beta, int clampedSteps) {
    if (!(ForwardingLayer.innermost(cascade.extractor()) instanceof EnergyNetwork found)) {
      throw new IllegalArgumentException(
          "equilibrium propagation expected an extractor that is a network with an energy");
    }
    this.cascade = cascade;
    this.network = found;
    this.objective = objective;
    this.optimizers = optimizers;
    this.beta = beta;
    this.clampedSteps = clampedSteps;
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open();
        Autograd.Mode off = Autograd.off()) {
      List<Tensor> rest = network.free(input);
      Tensor output = rest.get(rest.size() - 1);
      List<Measure> measures = objective.measures(cascade.allBeliefs(output), target);
      Tensor error = output.minus(target.distribution());
      double loss = error.times(error).sum().item() / 2 / target.labels().count();
      if (!Double.isFinite(loss)) {
        throw new DivergedException("extractor", "loss " + loss);
      }
      double drawn = network.sign() * beta;
      List<Tensor> clamped = network.clamped(rest, clampedSteps, drawn, target.distribution());
      optimizers.stepExtractor(contrast(rest, clamped, drawn), learningRate);
      return new StepReport(loss, target.labels().count(), measures);
    }
  }

  /** The gradients on weights and biases by turns. */
  private static List<Tensor> contrast(List<Tensor> rest, List<Tensor> clamped, double beta) {
    double factor = -1 / (beta * rest.get(0).size(0));
    List<Tensor> gradients = new ArrayList<>();
    for (int k = 1; k < rest.size(); k++) {
      Tensor before = rest.get(k).transposed();
      Tensor after = clamped.get(k).transposed();
      Tensor products = after.matmul(clamped.get(k - 1)).minus(before.matmul(rest.get(k - 1)));
      gradients.add(products.times(factor));
      gradients.add(after.minus(before).sumLast().reshape(-1).times(factor));
    }
    return gradients;
  }
}
