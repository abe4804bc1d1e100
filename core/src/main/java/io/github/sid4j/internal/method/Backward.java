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

/** The way back through recomputed segments: what was found, and the gradients to continue with. */
final class Backward {
  private final Scope step;
  private final Target target;
  private final Deque<Tensor> gradients = new ArrayDeque<>();
  private Belief last;
  private double loss;
  private Tensor onFeatures;
  private Tensor onBelief;

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
      onFeatures = segment.trainedBefore() ? found.get(own) : null;
      onBelief = segment.trainedBefore() ? found.get(own + 1) : null;
    }
  }

  private List<Tensor> ofLoss(RecomputedSegment.Passed out, Scope scope, List<Tensor> inputs) {
    last = out.kept(scope, step).belief();
    Tensor minimised = Backprop.crossEntropy(out.belief(), target);
    loss = minimised.item();
    return Autograd.gradients(minimised, inputs);
  }

  private List<Tensor> ofSeeds(RecomputedSegment.Passed out, List<Tensor> inputs) {
    List<Tensor> outputs = new ArrayList<>(List.of(out.features()));
    List<Tensor> seeds = new ArrayList<>(List.of(onFeatures));
    if (out.belief().probabilities().requiresGradient()) {
      outputs.add(out.belief().probabilities());
      seeds.add(onBelief);
    }
    return Autograd.gradients(outputs, seeds, inputs);
  }

  /** They are as large as what passes between segments, and nobody asks for them again. */
  private void forgetSeeds() {
    if (onFeatures != null) {
      onFeatures.close();
      onBelief.close();
    }
  }

  /** The loss that was minimised. */
  double loss() {
    return loss;
  }

  /** p_L, without a graph. */
  Belief lastBelief() {
    return last;
  }

  /** In the order of the cascade's parameters, once all segments are through. */
  List<Tensor> gradients() {
    return new ArrayList<>(gradients);
  }
}
