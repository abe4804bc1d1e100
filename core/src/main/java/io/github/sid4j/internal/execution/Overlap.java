package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Single-pass with losses that reach further than their own stage: that of stage i also trains the
 * r - 1 stages before it, through the features; beliefs stay constants, and every head follows its
 * own loss alone. With r = 1 these are the numbers of {@link SinglePass}, bit for bit; with r = L
 * every stage is trained by all losses behind it, as in deep supervision. The graphs of r stages
 * are alive at once. A stage is taken backward to its parameters once, by the sum of its losses;
 * and r - 1 times before that only to its input, for those losses that train the stage before it.
 * Overlapping blocks of local learning are from Xiong et al., LoCo, NeurIPS 2020, and Laskin et
 * al., 2020 (arXiv 2012.03837).
 */
public final class Overlap implements Execution {
  private final int overlap;

  /**
   * Sets how far losses reach.
   *
   * @param overlap r, the number of stages that a loss trains, at least 1
   */
  public Overlap(int overlap) {
    this.overlap = checked(overlap);
  }

  static int checked(int overlap) {
    if (overlap < 1) {
      throw new IllegalArgumentException("an overlap is at least 1, found " + overlap);
    }
    return overlap;
  }

  /**
   * Whether losses can reach back in a cascade.
   *
   * @param cascade any
   * @return whether every module carries a stage, and nothing is trained before them
   */
  public static boolean fits(Cascade cascade) {
    return cascade.extractor().parameters().byName().isEmpty()
        && cascade.modules().stream().allMatch(BeliefModule::carriesStage);
  }

  static void require(Cascade cascade) {
    if (!fits(cascade)) {
      throw new IllegalArgumentException("losses reach back where every module carries a stage");
    }
  }

  @Override
  public List<Measure> run(
      Cascade cascade, Objective objective, Tensor x, Target target, Updates updates) {
    require(cascade);
    Deque<OpenStage> open = new ArrayDeque<>(); // The newest first.
    try (Scope step = Scope.open()) {
      Tensor h = cascade.extractor().forward(x);
      Belief p = cascade.firstBelief(h);
      List<Belief> beliefs = new ArrayList<>(List.of(p));
      for (int i = 0; i < cascade.depth(); i++) {
        boolean last = i + 1 == cascade.depth();
        open.addFirst(new OpenStage(step, cascade, objective, i, p, h, target));
        if (i > 0) {
          h.close(); // The stages that are open keep what they still need.
        }
        p = open.peekFirst().belief();
        h = open.peekFirst().features();
        beliefs.add(p);
        if (last) {
          learnAll(open, updates);
        } else if (open.size() == overlap) {
          learnOldest(open, updates);
        }
      }
      return objective.measures(beliefs, target);
    } finally {
      open.forEach(OpenStage::close);
    }
  }

  /** Takes what is known to the oldest stage, whose last loss is that of the newest. */
  private static void learnOldest(Deque<OpenStage> open, Execution.Updates updates) {
    try (Scope scope = Scope.open();
        OpenStage oldest = open.removeLast()) {
      @Nullable Tensor gradient = null;
      for (OpenStage stage : open) {
        gradient = stage.through(gradient);
      }
      oldest.learn(gradient, /* further= */ false, updates);
    }
  }

  /** Behind the last stage: every loss that there is trains all stages that are open. */
  private static void learnAll(Deque<OpenStage> open, Execution.Updates updates) {
    try (Scope scope = Scope.open()) {
      @Nullable Tensor gradient = null;
      while (!open.isEmpty()) {
        try (OpenStage stage = open.removeFirst()) {
          gradient = stage.learn(gradient, !open.isEmpty(), updates);
        }
      }
    }
  }
}
