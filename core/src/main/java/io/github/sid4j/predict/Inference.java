package io.github.sid4j.predict;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.engine.ThreadScope;
import io.github.sid4j.internal.predict.Beliefs;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Takes a batch through a cascade, module by module. What a rule has decided is left behind, and
 * only the undecided rest continues: a later stage is computed for these alone, and not at all if
 * there are none. Native memory is that of one module at a time.
 */
final class Inference implements AutoCloseable {
  private final Cascade cascade;
  private final ExitRule rule;
  private final List<Double> temperatures;
  private final List<List<float[]>> beliefs;

  /** Which examples of the batch are still undecided, in order. */
  private List<Integer> open;

  private Tensor features;
  private Tensor before;

  private Inference(Cascade cascade, ExitRule rule, List<Double> temperatures, Tensor input) {
    this.cascade = cascade;
    this.rule = rule;
    this.temperatures = temperatures;
    int size = Math.toIntExact(input.size(0));
    this.open = IntStream.range(0, size).boxed().toList();
    this.beliefs =
        IntStream.range(0, size).<List<float[]>>mapToObj(i -> new ArrayList<>()).toList();
    try (Scope first = Scope.open()) {
      features = first.keep(cascade.extractor().forward(input));
      Belief uniform = cascade.firstBelief(features);
      before = first.keep(uniform.probabilities());
    }
  }

  /**
   * Computes the beliefs of a batch.
   *
   * @param temperatures of each module; empty for 1
   * @param input [B, ...]
   * @return for each example the beliefs of the modules that it went through
   */
  static List<List<float[]>> of(
      Cascade cascade, ExitRule rule, List<Double> temperatures, Tensor input) {
    try (Autograd.Mode off = Autograd.off();
        Inference inference = new Inference(cascade, rule, temperatures, input)) {
      for (int i = 0; i < cascade.depth() && !inference.open.isEmpty(); i++) {
        inference.compute(i);
      }
      return inference.beliefs;
    }
  }

  private void compute(int index) {
    BeliefModule module = cascade.modules().get(index);
    try (Scope step = Scope.open();
        ThreadScope cores = module.openThreads()) {
      Tensor advanced = module.advance(features);
      Belief belief = Belief.of(module.logits(before, advanced));
      List<Integer> undecided =
          record(index, belief.probabilities().toFloats(), (int) belief.probabilities().size(1));
      boolean all = undecided.size() == open.size();
      long[] rows = undecided.stream().mapToLong(Integer::longValue).toArray();
      continueWith(
          step,
          all ? advanced : Functional.rows(advanced, rows),
          all ? belief.probabilities() : Functional.rows(belief.probabilities(), rows));
      open = undecided.stream().map(open::get).toList();
    }
  }

  /** Notes what the module believes; gives the rows that it leaves undecided. */
  private List<Integer> record(int index, float[] probabilities, int classes) {
    double temperature = temperatures.isEmpty() ? 1 : temperatures.get(index);
    List<Integer> undecided = new ArrayList<>();
    for (int row = 0; row < open.size(); row++) {
      float[] belief = new float[classes];
      System.arraycopy(probabilities, row * classes, belief, 0, classes);
      checkFinite(index, belief);
      belief = Beliefs.tempered(belief, temperature);
      List<float[]> course = beliefs.get(open.get(row));
      int earlier = course.isEmpty() ? -1 : Beliefs.best(course.get(course.size() - 1));
      course.add(belief);
      int best = Beliefs.best(belief);
      if (!rule.ends(earlier, best, belief[best])) {
        undecided.add(row);
      }
    }
    return undecided;
  }

  /** Finite weights and inputs can still be so large that their products are not. */
  private static void checkFinite(int index, float... belief) {
    for (float probability : belief) {
      if (Float.isNaN(probability)) {
        throw new InputException(
            "module " + (index + 1),
            "probabilities",
            "NaN: numbers on the way to them overflow",
            "use weights or an input of usual sizes");
      }
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
