package io.github.sid4j.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.network.Pass;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@link Reach} with the graph of one stage at a time, however far losses reach: the cascade runs
 * forward without graphs, and what passes between stages is kept; then the stages are taken from
 * the last to the first, each computed again with its head. This gives the bits of {@code Reach}
 * for another forward of all stages but the last. With a reach of all stages it is to deep
 * supervision what checkpointing (Chen et al., 2016, arXiv 1604.06174) is to backpropagation.
 */
public final class RecomputedReach implements Execution {
  private final int reach;

  /**
   * Sets how far losses reach.
   *
   * @param reach r, the number of stages that a loss trains, at least 1
   */
  public RecomputedReach(int reach) {
    this.reach = Reach.checked(reach);
  }

  /** What a stage is given: sg(p_(i-1)) and sg(h_(i-1)). */
  private record Given(Belief belief, Tensor features) {}

  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    Reach.require(cascade);
    try (Scope step = Scope.open()) {
      List<Given> given = forward(step, cascade, x);
      List<Belief> beliefs = new ArrayList<>();
      given.forEach(each -> beliefs.add(each.belief()));
      // By the last loss that is counted: gradients on the features of the stage that is next.
      Map<Integer, Tensor> behind = new HashMap<>();
      for (int i = cascade.depth() - 1; i >= 0; i--) {
        boolean last = i + 1 == cascade.depth();
        Given in = given.get(i);
        // In all stages but the last batch norm has learnt in the forward; dropout drops the same.
        try (Pass pass = last ? Pass.current().reopen() : Pass.teaching();
            OpenStage stage =
                new OpenStage(step, cascade, objective, i, in.belief(), in.features(), target)) {
          if (last) {
            beliefs.add(stage.belief());
          }
          behind = learn(stage, i, cascade.depth(), behind, updates);
        }
        if (i > 0) {
          in.features().close();
        }
      }
      return objective.measures(beliefs, target);
    }
  }

  private static List<Given> forward(Scope step, Cascade cascade, Tensor x) {
    try (Autograd.Mode off = Autograd.off()) {
      Tensor h = cascade.trunk().forward(x);
      Belief p = cascade.firstBelief(x.size(0), h.type());
      List<Given> given = new ArrayList<>(List.of(new Given(p, h)));
      for (BeliefModule module : cascade.modules().subList(0, cascade.depth() - 1)) {
        try (Scope scope = Scope.open()) {
          Tensor advanced = module.advance(h);
          p = Belief.of(module.logits(p.probabilities(), advanced)).move(scope, step);
          h = scope.moveTo(step, advanced.detach());
        }
        given.add(new Given(p, h));
      }
      return given;
    }
  }

  /**
   * Takes to a stage's parameters the losses up to the last one that trains it, and on to the stage
   * before those up to the last ones that train it and the stages before it. There losses differ in
   * how far they go, so each of these sums has a backward of its own, to the input alone; but for
   * the one that the parameters had too.
   */
  private Map<Integer, Tensor> learn(
      OpenStage stage, int i, int depth, Map<Integer, Tensor> behind, Updates updates) {
    Map<Integer, Tensor> before = new HashMap<>();
    int own = lastLoss(i, depth);
    int further = i == 0 ? -1 : lastLoss(i - 1, depth);
    for (int loss = Math.max(i, lastLoss(0, depth)); loss <= Math.min(further, own - 1); loss++) {
      before.put(loss, stage.through(behind.get(loss)));
    }
    Tensor onBefore = stage.learn(behind.get(own), further == own, updates);
    if (onBefore != null) {
      before.put(own, onBefore);
    }
    return before;
  }

  /** The last loss that trains a stage. */
  private int lastLoss(int stage, int depth) {
    return Math.min(stage + reach, depth) - 1;
  }
}
