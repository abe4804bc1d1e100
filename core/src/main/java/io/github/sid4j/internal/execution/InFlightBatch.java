package io.github.sid4j.internal.execution;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.execution.Execution;
import io.github.sid4j.internal.network.Pass;
import io.github.sid4j.objective.Measure;
import io.github.sid4j.objective.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way through a pipeline. Its tensors are in no scope while it waits, and belong to
 * the segment that works on it: one at a time, except for what it has handed over.
 */
final class InFlightBatch {
  private final Target target;
  private final Execution.Updates updates;
  private final Pass pass;
  private final List<Measure> measures;
  private Tensor features;

  /** Null in front of the first segment. */
  private @Nullable Belief belief;

  private InFlightBatch(
      Tensor features,
      @Nullable Belief belief,
      Target target,
      Execution.Updates updates,
      Pass pass,
      List<Measure> measures) {
    this.features = features;
    this.belief = belief;
    this.target = target;
    this.updates = updates;
    this.pass = pass;
    this.measures = new ArrayList<>(measures);
  }

  /** Takes a batch that the caller owns, by handles of its own on the same memory. */
  static InFlightBatch of(Tensor input, Target target, Execution.Updates updates) {
    try (Scope scope = Scope.open()) {
      return new InFlightBatch(
          scope.keep(input.detach()),
          null,
          target.map(tensor -> scope.keep(tensor.detach())),
          updates,
          Pass.current(),
          List.of());
    }
  }

  /** Continues with a batch that other segments have had, whose tensors are in no scope. */
  static InFlightBatch of(BatchOnItsWay batch, Execution.Updates updates) {
    return new InFlightBatch(
        batch.features(), batch.belief(), batch.target(), updates, batch.pass(), batch.measures());
  }

  /** What the next segment needs, on the same memory; not in front of the first. */
  BatchOnItsWay onItsWay() {
    return new BatchOnItsWay(
        features, Objects.requireNonNull(belief), target, pass, List.copyOf(measures));
  }

  /** Learns from the batch in one segment; the next segment may have it before this returns. */
  void pass(Segment segment, Runnable next) {
    try (Scope step = Scope.open();
        Pass here = pass.reopen()) {
      step.adopt(features);
      if (belief != null) {
        step.adopt(belief.probabilities());
        step.adopt(belief.logarithms());
      }
      segment.run(
          step,
          features,
          belief,
          target,
          updates,
          (h, p, of) -> {
            measures.addAll(of);
            features = step.keep(h);
            belief = new Belief(step.keep(p.probabilities()), step.keep(p.logarithms()));
            next.run();
          });
    }
  }

  /** What was measured, when the last segment is through. */
  Pipeline.Done done() {
    return new Pipeline.Done(target.labels().count(), List.copyOf(measures));
  }

  /** Frees what it still has. */
  void close() {
    features.close();
    if (belief != null) {
      belief.probabilities().close();
      belief.logarithms().close();
    }
    target.tensors().forEach(Tensor::close);
  }
}
