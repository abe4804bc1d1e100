package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The stages of a cascade that are computed again, for one batch. Some run forward without graphs,
 * the newest with its own, and from there back to the oldest that has not learned.
 */
final class RecomputedStages {
  private final Scope step;
  private final Cascade cascade;
  private final Objective objective;
  private final Target target;
  private final int overlap;

  /** sg(h_(i-1)), what each stage was given, and what the newest gave. */
  private final List<Tensor> features = new ArrayList<>();

  /** p_0 and sg(p_i) of all stages that were run. */
  private final List<Belief> beliefs = new ArrayList<>();

  /**
   * On the way back, gradients on the features of the stage that is next, of the losses behind it
   * up to the one that they are filed under.
   */
  private Map<Integer, @Nullable Tensor> behind = new HashMap<>();

  RecomputedStages(
      Scope step, Cascade cascade, Objective objective, Tensor x, Target target, int overlap) {
    this.step = step;
    this.cascade = cascade;
    this.objective = objective;
    this.target = target;
    this.overlap = overlap;
    Tensor z = cascade.extractor().forward(x);
    features.add(z);
    beliefs.add(cascade.firstBelief(z));
  }

  List<Belief> beliefs() {
    return beliefs;
  }

  /**
   * Trains the oldest stage that has not learned, and those that can learn with it.
   *
   * @return the oldest stage that has not learned then
   */
  int learn(int oldest, Execution.Updates updates) {
    Window window = forward(oldest);
    for (int i = window.newest; i >= oldest; i--) {
      try (OpenStage stage = open(i)) {
        behind = backward(stage, i, window, updates);
      }
      if (i < window.end && i > 0) {
        features.get(i).close();
      }
    }
    return window.end;
  }

  /**
   * Stages on the way back.
   *
   * @param oldest the first that has not learned
   * @param end the first that does not learn yet, since a loss that trains it is not known
   * @param newest the last whose loss is known
   */
  private record Window(int oldest, int end, int newest) {}

  /** Runs stages up to the input of the newest, as far as memory goes. */
  private Window forward(int oldest) {
    int newest = lastLoss(oldest);
    runTo(newest);
    while (newest + 1 < cascade.depth() && hasRoom(oldest, newest)) {
      newest++;
      runTo(newest);
    }
    int end = newest + 1 == cascade.depth() ? cascade.depth() : newest + 2 - overlap;
    return new Window(oldest, end, newest);
  }

  /** The last loss that trains a stage. */
  private int lastLoss(int stage) {
    return Math.min(stage + overlap, cascade.depth()) - 1;
  }

  /**
   * Whether one more stage may run forward before the oldest learns. What is kept does not grow
   * with the cascade: features of 2 r - 1 cuts, or of more where they get smaller. The next ones
   * are taken to be as large as those before.
   */
  private boolean hasRoom(int oldest, int newest) {
    long largest = 0;
    long kept = features.get(newest).count();
    for (Tensor each : features.subList(oldest + 1, newest + 1)) {
      largest = Math.max(largest, each.count());
      kept += each.count();
    }
    return kept <= (2L * overlap - 1) * largest;
  }

  /** Runs stages without their graphs, up to the input of one. */
  private void runTo(int stage) {
    while (features.size() <= stage) {
      int i = features.size() - 1;
      BeliefModule module = cascade.modules().get(i);
      try (Autograd.Mode off = Autograd.off();
          Scope scope = Scope.open()) {
        Tensor advanced = module.advance(features.get(i));
        Tensor logits = module.logits(beliefs.get(i).probabilities(), advanced);
        beliefs.add(Belief.of(logits).move(scope, step));
        features.add(scope.moveTo(step, advanced.detach()));
      }
    }
  }

  /** Runs a stage with its graph: the newest for the first time. */
  private OpenStage open(int i) {
    boolean first = i + 1 == features.size();
    // In the other stages batch norm has learned; dropout drops the same.
    try (Pass pass = first ? Pass.current().reopen() : Pass.teaching()) {
      OpenStage stage =
          new OpenStage(step, cascade, objective, i, beliefs.get(i), features.get(i), target);
      if (first) {
        beliefs.add(stage.belief());
        features.add(stage.features());
      }
      return stage;
    }
  }

  /**
   * Takes to a stage's parameters the losses up to the last one that trains it, and on to the stage
   * before those up to the last ones that train it and the stages before it. There losses differ in
   * how far they go, so each of these sums has a backward of its own, to the input alone; but for
   * the one that the parameters had too.
   */
  private Map<Integer, @Nullable Tensor> backward(
      OpenStage stage, int i, Window window, Execution.Updates updates) {
    Map<Integer, @Nullable Tensor> before = new HashMap<>();
    boolean learns = i < window.end;
    int last = Math.min(lastLoss(i), window.newest);
    int further = i == window.oldest ? -1 : Math.min(lastLoss(i - 1), window.newest);
    int alone = learns ? Math.min(further, last - 1) : further;
    for (int loss = Math.max(i, lastLoss(window.oldest)); loss <= alone; loss++) {
      before.put(loss, stage.through(behind.get(loss)));
    }
    if (learns) {
      Tensor onBefore = stage.learn(behind.get(last), further == last, updates);
      if (onBefore != null) {
        before.put(last, onBefore);
      }
    }
    return before;
  }
}
