package io.github.sid4j.execution;

import io.github.sid4j.cascade.Belief;
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
    try (Scope step = Scope.open()) {
      Tensor z = cascade.trunk().forward(x);
      Tensor h = z;
      Belief p = cascade.firstBelief(x.size(0), z.type());
      TrunkGradient dz = new TrunkGradient(step);
      List<Belief> beliefs = new ArrayList<>(List.of(p));
      for (int i = 0; i < cascade.depth(); i++) {
        try (Scope module = Scope.open()) {
          ModulePass pass = ModulePass.forward(cascade, objective, i, p, h, target);
          dz.add(pass.backward(updates));
          p = pass.belief().move(module, step);
          beliefs.add(p);
          h = h == pass.featuresOut() ? h : module.moveTo(step, pass.featuresOut());
        }
      }
      dz.backward(cascade, z, updates);
      return objective.measures(beliefs, target);
    }
  }
}
