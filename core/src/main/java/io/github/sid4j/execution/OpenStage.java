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
import java.util.Arrays;
import java.util.List;

/**
 * A stage whose graph stays until the last loss that trains it has been taken. Its head has a graph
 * of its own, which goes with the stage's own loss. What is kept here is in no scope.
 */
final class OpenStage implements AutoCloseable {
  private final int index;
  private final BeliefModule module;
  private final List<Tensor> parameters;
  private final Tensor[] sums;
  private final Tensor featuresIn;
  private final Tensor advanced;
  private final Belief belief;
  private Tensor onFeatures;

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
    sums = new Tensor[parameters.size()];
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
      onFeatures = scope.keep(add(scope, logits, seed, read, /* keepGraph= */ false));
    }
  }

  /** Which stage it is, from 0. */
  int index() {
    return index;
  }

  /** sg(p_i), in the scope of the step. */
  Belief belief() {
    return belief;
  }

  /** sg(h_i), a new handle in the scope that is open. */
  Tensor features() {
    return advanced.detach();
  }

  /** The gradient of its own loss on its features, to begin the way back with; asked for once. */
  Tensor takeGradientOnFeatures() {
    Tensor taken = onFeatures;
    onFeatures = null;
    return taken;
  }

  /**
   * Takes a loss through this stage, whichever stage's it is.
   *
   * @param gradient of the loss on this stage's features, in no scope; freed here
   * @param further whether the loss goes on to the stage before
   * @param again whether another loss will come through
   * @return the gradient on the features of the stage before, in no scope; {@code null} if the loss
   *     ends here
   */
  Tensor backward(Tensor gradient, boolean further, boolean again) {
    try (Scope scope = Scope.open()) {
      scope.adopt(gradient);
      Tensor before = add(scope, advanced, gradient, further ? featuresIn : null, again);
      return before == null ? null : scope.keep(before);
    }
  }

  /** Adds what reaches the parameters to the sums, and gives what reaches the other input. */
  private Tensor add(Scope scope, Tensor output, Tensor seed, Tensor input, boolean keepGraph) {
    List<Tensor> inputs = new ArrayList<>(parameters);
    if (input != null) {
      inputs.add(input);
    }
    List<Tensor> reached = Autograd.reached(output, seed, inputs, keepGraph);
    for (int k = 0; k < sums.length; k++) {
      Tensor gradient = reached.get(k);
      if (gradient != null && sums[k] == null) {
        sums[k] = scope.keep(gradient);
      } else if (gradient != null) {
        sums[k].inPlace().plus(gradient, 1);
      }
    }
    return input == null ? null : reached.get(sums.length);
  }

  /** Hands the sums out; no loss comes through any more. */
  void finish(Execution.Updates updates) {
    try (Scope scope = Scope.open()) {
      for (int k = 0; k < sums.length; k++) {
        if (sums[k] == null) {
          sums[k] = scope.keep(parameters.get(k).zerosLike());
        }
      }
      updates.module(index, Arrays.asList(sums));
    }
  }

  @Override
  public void close() {
    featuresIn.close();
    advanced.close();
    if (onFeatures != null) {
      onFeatures.close();
    }
    for (Tensor sum : sums) {
      if (sum != null) {
        sum.close();
      }
    }
  }
}
