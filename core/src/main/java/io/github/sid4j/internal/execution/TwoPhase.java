package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * The paper's algorithm to the letter. Phase 1 computes the teacher beliefs without gradient; phase
 * 2 runs every module on its teacher, and only then takes the gradients. All modules' activations
 * are alive at once. Kept as the yardstick for the others.
 */
public final class TwoPhase implements Execution {
  /** What module i is given: the teacher belief p_{i-1} and the features. */
  private record Given(Belief before, Tensor features) {}

  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    try (Scope step = Scope.open()) {
      Tensor z = cascade.extractor().forward(x);
      List<Given> teachers = teach(cascade, z);

      List<ModulePass> passes = new ArrayList<>(cascade.depth());
      for (int i = 0; i < cascade.depth(); i++) {
        Given given = teachers.get(i);
        passes.add(
            ModulePass.forward(cascade, objective, i, given.before(), given.features(), target));
      }
      ExtractorGradient dz = new ExtractorGradient(step);
      for (ModulePass pass : passes) {
        dz.add(pass.backward(updates));
      }
      dz.backward(cascade, z, updates);
      List<Belief> beliefs = new ArrayList<>(List.of(teachers.get(0).before()));
      passes.forEach(pass -> beliefs.add(pass.belief()));
      return objective.measures(beliefs, target);
    }
  }

  private static List<Given> teach(Cascade cascade, Tensor z) {
    // Statistics are learned in phase 2, or they would be learned twice.
    try (Autograd.Mode off = Autograd.off();
        Pass teaching = Pass.teaching()) {
      List<Given> teachers = new ArrayList<>(cascade.depth());
      Belief p = cascade.firstBelief(z);
      Tensor h = z;
      for (BeliefModule module : cascade.modules()) {
        teachers.add(new Given(p, h));
        try (ThreadScope cores = module.openThreads()) {
          h = module.advance(h);
          p = Belief.of(module.logits(p.probabilities(), h));
        }
      }
      return teachers;
    }
  }
}
