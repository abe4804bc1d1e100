package io.github.sid4j.predict;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.predict.BeliefCourse;
import java.util.Arrays;

/** By libtorch. Native memory is that of one module at a time. */
final class TorchCourse implements BeliefCourse {
  private final Cascade cascade;
  private int module;
  private Tensor features;
  private Tensor before;

  /**
   * Takes a batch through the extractor.
   *
   * @param input [B, ...], stays with the caller unless the extractor {@linkplain #owns hands it
   *     on}
   */
  TorchCourse(Cascade cascade, Tensor input) {
    this.cascade = cascade;
    try (Autograd.Mode off = Autograd.off();
        Scope first = Scope.open()) {
      Tensor made = cascade.extractor().forward(input);
      features = made == input ? input : first.keep(made);
      Belief uniform = cascade.firstBelief(features);
      before = first.keep(uniform.probabilities());
    }
  }

  /** Whether the input is what the modules read, and so closed here. */
  boolean owns(Tensor input) {
    return features == input;
  }

  @Override
  public float[] next() {
    BeliefModule next = cascade.modules().get(module++);
    try (Autograd.Mode off = Autograd.off();
        Scope step = Scope.open();
        ThreadScope cores = next.openThreads()) {
      Tensor advanced = next.advance(features);
      Belief belief = Belief.of(next.logits(before, advanced));
      float[] probabilities = belief.probabilities().toFloats();
      continueWith(step, advanced, belief.probabilities());
      return probabilities;
    }
  }

  @Override
  public void keep(int... rows) {
    long[] places = Arrays.stream(rows).asLongStream().toArray();
    try (Autograd.Mode off = Autograd.off();
        Scope step = Scope.open()) {
      continueWith(step, Functional.rows(features, places), Functional.rows(before, places));
    }
  }

  private void continueWith(Scope step, Tensor nextFeatures, Tensor nextBelief) {
    // A module without a stage hands on what it got.
    if (nextFeatures != features) {
      step.keep(nextFeatures);
      features.close();
      features = nextFeatures;
    }
    step.keep(nextBelief);
    before.close();
    before = nextBelief;
  }

  @Override
  public void close() {
    features.close();
    before.close();
  }
}
