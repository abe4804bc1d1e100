package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.cascade.MlpBatch;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * All modules as one product, forward and backward: what many small modules cost is mostly the
 * calls, and here their number hardly grows with the depth. The activations of all modules are
 * alive at once, and sums are taken in another order than by the other strategies, so that numbers
 * agree with theirs up to rounding only.
 */
public final class Batched implements Execution {
  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    if (!MlpBatch.fits(cascade)) {
      throw new IllegalArgumentException("the modules of a batched step must be MLPs of one shape");
    }
    try (Scope step = Scope.open()) {
      Tensor z = cascade.extractor().forward(x);
      ExtractorGradient dz = new ExtractorGradient(step);
      List<Belief> beliefs;
      try (Autograd.Mode off = Autograd.off();
          Scope modules = Scope.open()) {
        MlpBatch batch = MlpBatch.of(cascade);
        MlpBatch.Forward done = batch.forward(z.detach(), cascade.firstBelief(z));
        beliefs = done.beliefs();
        MlpBatch.Gradients gradients =
            batch.backward(done, objective.logitsGradients(beliefs, target));
        try (ThreadScope one = ThreadScope.one()) {
          for (int i = 0; i < cascade.depth(); i++) {
            updates.module(i, gradients.modules().get(i));
          }
        }
        dz.add(modules.keep(gradients.features()));
        beliefs.forEach(belief -> belief.move(modules, step));
      }
      dz.backward(cascade, z, updates);
      return objective.measures(beliefs, target);
    }
  }
}
