package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * One forward a module, its backward at once, its graph freed, its belief handed on. The teacher
 * beliefs come from the same parameters as the trained forward, so that forward gives the teacher
 * of the next module by itself: half the module forwards of {@link TwoPhase}, and the activations
 * of one module at a time instead of all.
 */
public final class SinglePass implements Execution {
  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target y, Updates updates) {
    try (Scope step = Scope.open()) {
      Tensor z = cascade.extractor().forward(x);
      Tensor h = z;
      Belief p = cascade.firstBelief(z);
      List<Belief> beliefs = new ArrayList<>(List.of(p));
      ExtractorGradient dz = new ExtractorGradient(step);

      for (int i = 0; i < cascade.depth(); i++) {
        Tensor before = h;
        try (Scope module = Scope.open()) {
          ModulePass f = ModulePass.forward(cascade, objective, i, p, h, y);
          p = f.belief().move(module, step); // p_i, a constant for module i + 1
          h = f.featuresOut(module, step); // h_i, likewise
          dz.add(f.backward(updates)); // module i is updated here
        }
        beliefs.add(p);
        if (before != h && before != z) {
          before.close(); // Otherwise memory grows with the number of stages.
        }
      }
      dz.backward(cascade, z, updates);
      return objective.measures(beliefs, y);
    }
  }
}
