package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A stage with its graph, until all losses that train it are known. Its head has a graph of its
 * own, which goes with the stage's own loss. What is kept here is in no scope.
 */
final class OpenStage implements AutoCloseable {
  private final int index;
  private final BeliefModule module;
  private final List<Tensor> parameters;
  private final List<@Nullable Tensor> ofHead;
  private final Tensor featuresIn;
  private final Tensor advanced;
  private final Tensor onFeatures;
  private final Belief belief;

  /**
   * Runs a stage and its head forward, and takes the head's gradients at once.
   *
   * @param step where the belief is to live
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
      Tensor onRead = ofHead.remove(parameters.size());
      // A head may read its features detached, or not at all.
      onFeatures = onRead == null ? scope.keep(read.zerosLike()) : onRead;
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
   * Takes losses on to the features of the stage before, and nothing to the parameters.
   *
   * @param behind the gradient on this stage's features of the losses behind its own, which is used
   *     up; null for none
   * @return the gradient on the features of the stage before, in the scope that is open; null if
   *     the stage does not depend on them
   */
  @Nullable Tensor through(@Nullable Tensor behind) {
    try (Scope scope = Scope.open()) {
      return left(scope, backward(behind, List.of(featuresIn), /* keepGraph= */ true).get(0));
    }
  }

  /**
   * Takes losses to the parameters and hands their gradients out: all that train this stage.
   *
   * @param behind as in {@link #through}
   * @param further whether they continue to the stage before
   * @return as {@link #through}; null if they end here
   */
  @Nullable Tensor learn(@Nullable Tensor behind, boolean further, Execution.Updates updates) {
    List<Tensor> inputs = new ArrayList<>(parameters);
    if (further) {
      inputs.add(featuresIn);
    }
    try (Scope scope = Scope.open()) {
      List<@Nullable Tensor> reached = backward(behind, inputs, /* keepGraph= */ false);
      List<Tensor> all = new ArrayList<>(parameters.size());
      for (int k = 0; k < parameters.size(); k++) {
        all.add(sum(reached.get(k), ofHead.get(k), parameters.get(k)));
      }
      updates.module(index, all);
      return further ? left(scope, reached.get(parameters.size())) : null;
    }
  }

  private static @Nullable Tensor left(Scope scope, @Nullable Tensor gradient) {
    return gradient == null ? null : scope.leave(gradient);
  }

  /** The gradients of the losses behind together with this stage's own. */
  private List<@Nullable Tensor> backward(
      @Nullable Tensor behind, List<Tensor> inputs, boolean keepGraph) {
    if (behind == null) {
      return Autograd.reached(advanced, onFeatures, inputs, keepGraph);
    }
    behind.inPlace().plus(onFeatures, 1);
    List<@Nullable Tensor> reached = Autograd.reached(advanced, behind, inputs, keepGraph);
    behind.close();
    return reached;
  }

  /**
   * What reached a parameter through the stage and through the head, either of which may be null.
   */
  private static Tensor sum(@Nullable Tensor stage, @Nullable Tensor head, Tensor parameter) {
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
