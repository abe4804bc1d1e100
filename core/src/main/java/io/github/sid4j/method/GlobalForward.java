package io.github.sid4j.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A forward of the whole cascade as one graph, without any stop: what backpropagation needs. */
final class GlobalForward {
  private GlobalForward() {}

  /**
   * Runs the cascade.
   *
   * @return p_0 to p_L, each a function of all before it
   */
  static List<Belief> beliefs(Cascade cascade, Tensor input) {
    Tensor features = cascade.trunk().forward(input);
    List<Belief> beliefs = new ArrayList<>(cascade.depth() + 1);
    Belief p = cascade.firstBelief(input.size(0), features.type());
    beliefs.add(p);
    for (BeliefModule module : cascade.modules()) {
      features = module.advance(features);
      p = Belief.of(module.logits(p.probabilities(), features));
      beliefs.add(p);
    }
    return beliefs;
  }
}
