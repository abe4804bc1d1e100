package io.github.sid4j.internal.method;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.method.Backprop;
import io.github.sid4j.objective.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The way back through recomputed segments: what was found, and the gradients to continue with. */
final class Backward {
  private final Scope step;
  private final Target target;
  private final Deque<Tensor> gradients = new ArrayDeque<>();

  /** Null before the last segment. */
  private @Nullable Belief last;

  private double loss;

  /** Of the segment behind; null where nothing before it is trained. */
  private @Nullable Seeds seeds;

  /** Gradients on what a segment read. */
  private record Seeds(Tensor onFeatures, Tensor onBelief) {}

  /** Everything that is found lives in the scope of the step. */
  Backward(Scope step, Target target) {
    this.step = step;
    this.target = target;
  }

  /** Computes the next segment from the end, and takes its gradients. */
  void through(RecomputedSegment segment, RecomputedSegment.Passed in) {
    if (segment.parameters().isEmpty() && !segment.trainedBefore()) {
      return;
    }
    try (Scope scope = Scope.open()) {
      List<Tensor> inputs = new ArrayList<>(segment.parameters());
      RecomputedSegment.Passed read = in;
      if (segment.trainedBefore()) {
        read = in.leaves();
        inputs.add(read.features());
        inputs.add(read.belief().probabilities());
      }
      RecomputedSegment.Passed out = segment.forward().apply(read);
      List<Tensor> found = last == null ? ofLoss(out, scope, inputs) : ofSeeds(out, inputs);
      found.forEach(gradient -> scope.moveTo(step, gradient));
      forgetSeeds();
      int own = segment.parameters().size();
      for (int k = own - 1; k >= 0; k--) {
        gradients.addFirst(found.get(k));
      }
      seeds = segment.trainedBefore() ? new Seeds(found.get(own), found.get(own + 1)) : null;
    }
  }

  private List<Tensor> ofLoss(RecomputedSegment.Passed out, Scope scope, List<Tensor> inputs) {
    last = out.kept(scope, step).belief();
    Tensor minimised = Backprop.crossEntropy(out.belief(), target);
    loss = minimised.item();
    return Autograd.gradients(minimised, inputs);
  }

  private List<Tensor> ofSeeds(RecomputedSegment.Passed out, List<Tensor> inputs) {
    Seeds behind = Objects.requireNonNull(seeds, "this segment is trained, and reached by none");
    List<Tensor> outputs = new ArrayList<>(List.of(out.features()));
    List<Tensor> given = new ArrayList<>(List.of(behind.onFeatures()));
    if (out.belief().probabilities().requiresGradient()) {
      outputs.add(out.belief().probabilities());
      given.add(behind.onBelief());
    }
    return Autograd.gradients(outputs, given, inputs);
  }

  /** They are as large as what passes between segments, and nobody asks for them again. */
  private void forgetSeeds() {
    if (seeds != null) {
      seeds.onFeatures().close();
      seeds.onBelief().close();
    }
  }

  /** The loss that was minimised. */
  double loss() {
    return loss;
  }

  /** p_L, without a graph. */
  Belief lastBelief() {
    return Objects.requireNonNull(last, "no segment was computed");
  }

  /** In the order of the cascade's parameters, once all segments are through. */
  List<Tensor> gradients() {
    return new ArrayList<>(gradients);
  }
}
