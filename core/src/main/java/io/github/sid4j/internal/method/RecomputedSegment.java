package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A stretch of a cascade that is computed again when its gradients are due.
 *
 * @param forward from what passes in to what passes out
 * @param parameters in their order in the cascade
 * @param trainedBefore whether a segment before it has parameters that need its input's gradients
 */
record RecomputedSegment(
    UnaryOperator<Passed> forward, List<Tensor> parameters, boolean trainedBefore) {
  /**
   * What passes between segments.
   *
   * @param features [B, ...]
   * @param belief p_i; p_0 up to the first module
   */
  record Passed(Tensor features, Belief belief) {
    /** The same numbers without a graph, in another scope. */
    Passed kept(Scope from, Scope to) {
      return new Passed(
          from.moveTo(to, features.detach()),
          new Belief(
              from.moveTo(to, belief.probabilities().detach()),
              from.moveTo(to, belief.logarithms().detach())));
    }

    /** The same numbers as leaves that gradients are taken of. */
    Passed leaves() {
      return new Passed(
          features.detach().requireGradient(),
          new Belief(belief.probabilities().detach().requireGradient(), belief.logarithms()));
    }
  }

  /** The pieces of the extractor, then the modules. */
  static List<RecomputedSegment> all(Cascade cascade) {
    List<RecomputedSegment> all = new ArrayList<>();
    boolean trained = false;
    for (Layer piece : cascade.extractor().pieces()) {
      List<Tensor> parameters = piece.parameters().tensors();
      all.add(
          new RecomputedSegment(
              in -> new Passed(piece.forward(in.features()), in.belief()), parameters, trained));
      trained |= !parameters.isEmpty();
    }
    for (BeliefModule module : cascade.modules()) {
      List<Tensor> parameters = module.parameters().tensors();
      all.add(new RecomputedSegment(in -> through(module, in), parameters, trained));
      trained |= !parameters.isEmpty();
    }
    return all;
  }

  private static Passed through(BeliefModule module, Passed in) {
    Tensor features = module.advance(in.features());
    return new Passed(features, Belief.of(module.logits(in.belief().probabilities(), features)));
  }
}
