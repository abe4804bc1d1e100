package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.DivergedException;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of backpropagation through the whole cascade, for any loss of its beliefs: all that a
 * method of one's own needs whose gradients stop nowhere.
 *
 * <pre>{@code
 * new GlobalStep(cascade, objective, optimizers, (beliefs, target) -> ...).run(input, target, rate)
 * }</pre>
 *
 * <p>For one thread at a time.
 */
public final class GlobalStep {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;
  private final Loss loss;

  /**
   * Prepares the step.
   *
   * @param cascade trained in place
   * @param objective by which the modules are measured
   * @param optimizers of its parts
   * @param loss that is minimized
   */
  public GlobalStep(Cascade cascade, Objective objective, Optimizers optimizers, Loss loss) {
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
    this.loss = loss;
  }

  /** What is minimized. An implementation is called by one thread at a time. */
  @FunctionalInterface
  public interface Loss {
    /**
     * The loss as an expression.
     *
     * @param beliefs p_0 to p_L, each a function of all before it
     * @param target of the batch
     * @return a scalar
     */
    Tensor of(List<Belief> beliefs, Target target);
  }

  /**
   * Takes a step.
   *
   * @param input [B, ...]
   * @param target of that batch
   * @param learningRate above 0
   * @return what was measured, before the update
   * @throws DivergedException if the loss is not finite
   */
  public StepReport run(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      List<Belief> beliefs = forward(cascade, input);
      List<Measure> measures = objective.measures(beliefs, target);
      Tensor minimised = loss.of(beliefs, target);
      double value = minimised.item();
      if (!Double.isFinite(value)) {
        throw new DivergedException("module " + cascade.depth(), "loss " + value);
      }
      List<Tensor> gradients = Autograd.gradients(minimised, cascade.parameters().tensors());
      optimizers.stepAll(gradients, learningRate);
      return new StepReport(value, target.labels().count(), measures);
    }
  }

  /**
   * The cascade as one graph, without any stop.
   *
   * @param cascade to run
   * @param input [B, ...]
   * @return p_0 to p_L
   */
  public static List<Belief> forward(Cascade cascade, Tensor input) {
    Tensor features = cascade.extractor().forward(input);
    List<Belief> beliefs = new ArrayList<>(cascade.depth() + 1);
    Belief p = cascade.firstBelief(features);
    beliefs.add(p);
    for (BeliefModule module : cascade.modules()) {
      features = module.advance(features);
      p = Belief.of(module.logits(p.probabilities(), features));
      beliefs.add(p);
    }
    return beliefs;
  }
}
