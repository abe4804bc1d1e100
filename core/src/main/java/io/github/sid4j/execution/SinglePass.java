package io.github.sid4j.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * One forward a module, its backward at once, its graph freed, its belief handed on. Since the
 * teacher beliefs come from the same parameters as the trained forward, that forward gives the
 * teacher of the next module by itself: half the module forwards of {@link TwoPhase}, and the
 * activations of one module at a time instead of all.
 */
public final class SinglePass implements Execution {
  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    List<Measure> measures = new ArrayList<>(cascade.depth());
    try (Scope step = Scope.open()) {
      Segment.whole(cascade, objective)
          .run(step, x, null, target, updates, (h, p, all) -> measures.addAll(all));
    }
    return measures;
  }
}
