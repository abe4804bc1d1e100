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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Modules on threads: the forwards follow each other, as beliefs must, and each module's backward
 * and update runs on a worker while the next module's forward continues. The modules' gradients on
 * the extractor's features are added in the order of the modules, whichever is ready first.
 */
public final class Threads implements Execution {
  private final ExecutorService workers;

  /**
   * Starts the workers.
   *
   * @param count how many, at least 1
   */
  public Threads(int count) {
    workers = WorkerThreads.of(count, "sid-module-worker");
  }

  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    try (Scope step = Scope.open()) {
      Tensor z = cascade.extractor().forward(x);
      Tensor h = z;
      Belief p = cascade.firstBelief(z);
      List<Belief> beliefs = new ArrayList<>(List.of(p));
      List<Future<Tensor>> gradients = new ArrayList<>(cascade.depth());
      try {
        for (int i = 0; i < cascade.depth(); i++) {
          ModulePass pass = ModulePass.forward(cascade, objective, i, p, h, target);
          gradients.add(workers.submit(() -> pass.backward(updates)));
          p = pass.belief();
          beliefs.add(p);
          h = pass.featuresOut();
        }
      } finally {
        // Also after an error: the workers still read tensors of this step's scope.
        gradients.forEach(Futures::untilOver);
      }
      ExtractorGradient dz = new ExtractorGradient(step);
      gradients.forEach(gradient -> dz.add(Futures.result(gradient)));
      dz.backward(cascade, z, updates);
      return objective.measures(beliefs, target);
    }
  }

  /** Stops the workers. */
  @Override
  public void close() {
    workers.shutdown();
  }
}
