package io.github.sid4j.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A stage whose graph stays until all losses that train it are known. Its head has a graph of its
 * own, which goes with the stage's own loss. What is kept here is in no scope.
 */
final class OpenStage implements AutoCloseable {
  private final int index;
  private final BeliefModule module;
  private final List<Tensor> parameters;
  private final List<Tensor> ofHead;
  private final Tensor featuresIn;
  private final Tensor advanced;
  private final Tensor onFeatures;
  private final Belief belief;

  /**
   * Runs a stage and its head forward, and takes the head's gradients at once.
   *
   * @param step where belief and features are to live
   */
  OpenStage(
      Scope step,
      Cascade cascade,
      Objective objective,
      int index,
      Belief before,
      Tensor features,
      Target target) {
    this.index = index;
    module = cascade.modules().get(index);
    parameters = module.parameters().tensors();
    try (Scope scope = Scope.open()) {
      featuresIn = scope.keep(features.detach());
      if (index > 0) {
        featuresIn.requireGradient();
      }
      advanced = scope.keep(module.advance(featuresIn));
      Tensor read = advanced.detach().requireGradient();
      Tensor logits = module.logits(before.probabilities(), read);
      belief = Belief.of(logits.detach()).move(scope, step);
      Tensor seed = objective.logitsGradient(index, belief, target, before);
      List<Tensor> inputs = new ArrayList<>(parameters);
      inputs.add(read);
      ofHead = Autograd.reached(logits, seed, inputs, /* keepGraph= */ false);
      ofHead.stream().filter(Objects::nonNull).forEach(scope::keep);
      onFeatures = ofHead.remove(parameters.size());
    }
  }

  /** sg(p_i), in the scope of the step. */
  Belief belief() {
    return belief;
  }

  /** sg(h_i), a new handle in the scope that is open. */
  Tensor features() {
    return advanced.detach();
  }

  /**
   * The gradient on this stage's features.
   *
   * @param others that of the losses of stages behind it; {@code null} for none
   * @return with that of its own loss, in the scope that is open
   */
  Tensor gradient(Tensor others) {
    return others == null ? onFeatures : others.plus(onFeatures);
  }

  /** Takes losses on to the features of the stage before, and nothing to the parameters. */
  Tensor through(Tensor gradient) {
    return Autograd.reached(advanced, gradient, List.of(featuresIn), /* keepGraph= */ true).get(0);
  }

  /**
   * Takes the losses to the parameters and hands their gradients out: all that train this stage.
   *
   * @param further whether they go on to the stage before
   * @return the gradient on its features, in the scope that is open; {@code null} if they end here
   */
  Tensor learn(Tensor gradient, boolean further, Execution.Updates updates) {
    List<Tensor> inputs = new ArrayList<>(parameters);
    if (further) {
      inputs.add(featuresIn);
    }
    List<Tensor> reached = Autograd.reached(advanced, gradient, inputs, /* keepGraph= */ false);
    Tensor onBefore = further ? reached.get(parameters.size()) : null;
    List<Tensor> all = new ArrayList<>(parameters.size());
    for (int k = 0; k < parameters.size(); k++) {
      all.add(sum(reached.get(k), ofHead.get(k), parameters.get(k)));
    }
    updates.module(index, all);
    return onBefore;
  }

  /**
   * What reached a parameter through the stage and through the head, either of which may be null.
   */
  private static Tensor sum(Tensor stage, Tensor head, Tensor parameter) {
    if (stage == null || head == null) {
      Tensor one = stage == null ? head : stage;
      return one == null ? parameter.zerosLike() : one;
    }
    return stage.plus(head);
  }

  @Override
  public void close() {
    featuresIn.close();
    advanced.close();
    onFeatures.close();
    ofHead.stream().filter(Objects::nonNull).forEach(Tensor::close);
  }
}
