package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.engine.Engine;
import io.github.sid4j.internal.execution.DataParallel;
import io.github.sid4j.internal.execution.SinglePass;
import io.github.sid4j.internal.execution.Threads;
import io.github.sid4j.internal.execution.TwoPhase;
import io.github.sid4j.internal.method.Accumulating;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.internal.testkit.ResidentMemory;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.objective.Divergence;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.optim.Sgd;
import io.github.sid4j.testkit.Draw;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes 2,000 steps in all, with each strategy in turn and with batches in parts, and prints by how
 * many megabytes resident memory grew after the first steps of each. A process of its own, whose
 * Java heap is all there from the start, so that what grows is native.
 */
public final class LongRun {
  private static final int WARM_UP = 50;
  private static final int STEPS = 400;
  private static final int BATCH = 64;
  private static final int CLASSES = 10;
  private static final int WIDTH = 64;

  private LongRun() {}

  public static void main(String[] args) throws IOException {
    Engine.useThreads(1);
    for (Execution execution :
        List.of(new TwoPhase(), new SinglePass(), new Threads(2), new DataParallel(2))) {
      run(execution, 1);
    }
    run(new SinglePass(), 2);
  }

  private static void run(Execution execution, int accumulate) throws IOException {
    Initializer init = new Initializer(1, DType.FLOAT32);
    List<MlpModule> modules =
        IntStream.range(0, 2).mapToObj(i -> new MlpModule(CLASSES, WIDTH, WIDTH, init)).toList();
    Cascade cascade = new Cascade(new Mlp(WIDTH, WIDTH, WIDTH, init), modules, CLASSES);
    Objective objective = Objective.constant(Divergence.FORWARD, 0, 0.5, modules.size());
    Optimizers optimizers =
        new Optimizers(cascade, Sgd.sgd(0.9, 0.01), Sgd.sgd(0.9, 0.01), 1, accumulate);
    Sid sid = new Sid(cascade, objective, optimizers, execution);
    try (Method method = new Accumulating(sid, optimizers)) {
      Draw draw = new Draw(1);
      train(method, draw, WARM_UP);
      double before = ResidentMemory.megabytes();
      train(method, draw, STEPS);
      System.out.println(
          execution.getClass().getSimpleName() + " " + (ResidentMemory.megabytes() - before));
    }
  }

  private static void train(Method method, Draw draw, int steps) {
    for (int i = 0; i < steps; i++) {
      try (Scope step = Scope.open()) {
        method.take(
            draw.tensor(DType.FLOAT32, 1, BATCH, WIDTH),
            draw.target(BATCH, CLASSES, 0, DType.FLOAT32),
            0.01);
      }
    }
  }
}
