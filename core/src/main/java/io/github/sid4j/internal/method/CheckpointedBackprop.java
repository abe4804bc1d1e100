package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.method.Optimizers;
import io.github.sid4j.method.StepReport;
import io.github.sid4j.method.StepwiseMethod;
import io.github.sid4j.objective.Objective;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * Backpropagation that keeps only what passes between the segments of a cascade, and computes each
 * segment once more when its gradients are due (Chen et al., 2016, arXiv 1604.06174). It gives the
 * bits of {@link Backprop} for another forward of all segments but the last, with the activations
 * of one segment at a time. Segments are the {@linkplain io.github.sid4j.network.Layer#pieces()
 * pieces} of the extractor, and each module.
 */
public final class CheckpointedBackprop implements StepwiseMethod {
  private final Cascade cascade;
  private final Objective objective;
  private final Optimizers optimizers;
  private final List<RecomputedSegment> segments;

  /**
   * Prepares the method.
   *
   * @param cascade trained in place
   * @param objective by which the modules are measured, not trained; its target is used
   * @param optimizers of its parts
   */
  public CheckpointedBackprop(Cascade cascade, Objective objective, Optimizers optimizers) {
    this.cascade = cascade;
    this.objective = objective;
    this.optimizers = optimizers;
    segments = RecomputedSegment.all(cascade);
  }

  @Override
  public StepReport step(Tensor input, Target target, double learningRate) {
    try (Scope step = Scope.open()) {
      Belief uniform = cascade.firstBelief(target.distribution());
      List<RecomputedSegment.Passed> passed =
          forward(step, new RecomputedSegment.Passed(input, uniform));
      Backward backward = new Backward(step, target);
      for (int i = segments.size() - 1; i >= 0; i--) {
        backward.through(segments.get(i), passed.get(i));
        if (i > 0) {
          passed.get(i).features().close(); // As ever more is computed again, less is kept.
        }
      }
      optimizers.stepAll(backward.gradients(), learningRate);
      List<Belief> beliefs = new ArrayList<>();
      int first = cascade.extractor().pieces().size();
      passed.subList(first, passed.size()).forEach(each -> beliefs.add(each.belief()));
      beliefs.add(backward.lastBelief());
      return new StepReport(
          backward.loss(), target.labels().count(), objective.measures(beliefs, target));
    }
  }

  /** What passes into each segment, without graphs. */
  private List<RecomputedSegment.Passed> forward(Scope step, RecomputedSegment.Passed begin) {
    List<RecomputedSegment.Passed> passed = new ArrayList<>(List.of(begin));
    // Statistics are learned when the segments are computed again, or they would be learned twice.
    try (Autograd.Mode off = Autograd.off();
        Pass teaching = Pass.teaching()) {
      for (RecomputedSegment segment : segments.subList(0, segments.size() - 1)) {
        try (Scope scope = Scope.open()) {
          RecomputedSegment.Passed in = passed.get(passed.size() - 1);
          passed.add(segment.forward().apply(in).kept(scope, step));
        }
      }
    }
    return passed;
  }
}
