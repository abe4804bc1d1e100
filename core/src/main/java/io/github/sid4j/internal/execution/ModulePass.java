package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One module's share of a step: forward with its graph, and its local gradients. Every strategy is
 * made of these, which is why they agree bit for bit.
 *
 * <p>Here gradients stop: the inputs of {@link #forward} are constants for it, and only the
 * features that come straight from the extractor get a gradient of their own.
 */
final class ModulePass {
  private final int index;
  private final BeliefModule module;
  private final boolean readsExtractor;
  private final Tensor featuresIn;
  private final Tensor featuresOut;
  private final Tensor logits;
  private final Belief belief;
  private final Tensor logitsGradient;

  private ModulePass(
      Cascade cascade,
      Objective objective,
      int index,
      Belief before,
      Tensor features,
      Target target) {
    this.index = index;
    module = cascade.modules().get(index);
    readsExtractor =
        index < cascade.extractorReaders() && !cascade.extractor().parameters().byName().isEmpty();
    featuresIn = features.detach();
    if (readsExtractor) {
      featuresIn.requireGradient();
    }
    try (ThreadScope cores = module.openThreads()) {
      Tensor advanced = module.advance(featuresIn);
      logits = module.logits(before.probabilities(), advanced);
      featuresOut = module.carriesStage() ? advanced.detach() : features;
      belief = Belief.of(logits.detach());
      logitsGradient = objective.logitsGradient(index, belief, target, before);
    }
  }

  /** Runs a module forward; its graph lives as long as this object's tensors. */
  static ModulePass forward(
      Cascade cascade,
      Objective objective,
      int index,
      Belief before,
      Tensor features,
      Target target) {
    return new ModulePass(cascade, objective, index, before, features, target);
  }

  /** sg(p_i), for the next module. */
  Belief belief() {
    return belief;
  }

  /** sg(h_i), for the next module; the very tensor that came in if the module carries no stage. */
  Tensor featuresOut() {
    return featuresOut;
  }

  /** The same, moved from the scope of the module to that of the step. */
  Tensor featuresOut(Scope from, Scope step) {
    return module.carriesStage() ? from.moveTo(step, featuresOut) : featuresOut;
  }

  /**
   * Takes the local gradients, frees the graph and hands the module's own out.
   *
   * @return the gradient on the extractor's features, in no scope; null if the module does not read
   *     them
   */
  @Nullable Tensor backward(Execution.Updates updates) {
    try (Scope scope = Scope.open();
        ThreadScope cores = module.openThreads()) {
      List<Tensor> inputs = new ArrayList<>(module.parameters().tensors());
      if (readsExtractor) {
        inputs.add(featuresIn);
      }
      // Of a module that is not trained there is no graph.
      List<Tensor> gradients =
          inputs.isEmpty() ? inputs : Autograd.gradients(logits, logitsGradient, inputs);
      int own = module.parameters().tensors().size();
      updates.module(index, gradients.subList(0, own));
      return readsExtractor ? scope.keep(gradients.get(own)) : null;
    }
  }
}
