package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.List;

/**
 * {@link Overlap} with the graph of one stage at a time, however far losses reach: what passes
 * between stages is kept, and a stage is computed again when the losses that train it are known. It
 * gives the bits of {@code Overlap} for another forward of all stages but the last. What is kept
 * does not grow with the cascade. An overlap beyond 2 takes some stages more often, r - 2 for every
 * few that learn, unless it is that of all. With an overlap of all stages this is to deep
 * supervision what checkpointing (Chen et al., 2016, arXiv 1604.06174) is to backpropagation.
 */
public final class RecomputedOverlap implements Execution {
  private final int overlap;

  /**
   * Sets how far losses reach.
   *
   * @param overlap r, the number of stages that a loss trains, at least 1
   */
  public RecomputedOverlap(int overlap) {
    this.overlap = Overlap.checked(overlap);
  }

  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    Overlap.require(cascade);
    try (Scope step = Scope.open()) {
      RecomputedStages stages = new RecomputedStages(step, cascade, objective, x, target, overlap);
      for (int next = 0; next < cascade.depth(); ) {
        next = stages.learn(next, updates);
      }
      return objective.measures(stages.beliefs(), target);
    }
  }
}
