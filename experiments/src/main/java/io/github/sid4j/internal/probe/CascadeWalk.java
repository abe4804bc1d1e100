package io.github.sid4j.internal.probe;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.data.Batch;
import io.github.sid4j.data.Examples;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.cascade.ForwardingModule;
import io.github.sid4j.internal.cascade.InputModule;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.model.InputTensors;
import java.util.ArrayList;
import java.util.List;

/** Takes examples through a cascade, batch by batch and without gradients. */
final class CascadeWalk {
  private CascadeWalk() {}

  /**
   * A batch and what became of it.
   *
   * @param from place of its first example
   * @param batch the examples
   * @param input of the cascade
   * @param features by module, those that it reads
   * @param beliefs by module, its own
   */
  record Step(int from, Batch batch, Tensor input, List<Tensor> features, List<Tensor> beliefs) {}

  /** Sees each batch. */
  @FunctionalInterface
  interface Sight {
    /**
     * Takes what it needs.
     *
     * @param scope frees the tensors that it does not {@linkplain Scope#keep keep}
     */
    void saw(Step step, Scope scope);
  }

  /** Takes all examples through, in their order. */
  static void over(Cascade cascade, Examples examples, Sight sight) {
    int from = 0;
    try (Batches batches = Batches.once(examples);
        Autograd.Mode off = Autograd.off()) {
      while (batches.hasNext()) {
        Batch batch = batches.next();
        try (Scope scope = Scope.open()) {
          Tensor input = InputTensors.of(batch, cascade.device());
          List<Tensor> read = new ArrayList<>();
          List<Tensor> beliefs = new ArrayList<>();
          Tensor features = cascade.extractor().forward(input);
          Tensor belief = cascade.firstBelief(features).probabilities();
          for (BeliefModule module : cascade.modules()) {
            features = module.advance(features);
            belief = Functional.softmax(module.logits(belief, features));
            read.add(read(module, features));
            beliefs.add(belief);
          }
          sight.saw(new Step(from, batch, input, read, beliefs), scope);
        }
        from += batch.size();
      }
    }
  }

  /** A module with an input of its own is handed more than it reads. */
  private static Tensor read(BeliefModule module, Tensor features) {
    return ForwardingModule.innermost(module) instanceof InputModule own
        ? own.features(features)
        : features;
  }

  /** By module, the class that it believes in most, of each example. */
  static List<long[]> chosen(Cascade cascade, Examples examples) {
    List<long[]> chosen = places(cascade, examples);
    over(cascade, examples, (step, scope) -> note(step, chosen));
    return chosen;
  }

  /** Room for {@link #note}. */
  static List<long[]> places(Cascade cascade, Examples examples) {
    List<long[]> chosen = new ArrayList<>();
    cascade.modules().forEach(module -> chosen.add(new long[examples.size()]));
    return chosen;
  }

  /** Notes the classes of a batch. */
  static void note(Step step, List<long[]> chosen) {
    for (int i = 0; i < chosen.size(); i++) {
      long[] best = step.beliefs().get(i).argmaxLast().toLongs();
      System.arraycopy(best, 0, chosen.get(i), step.from(), best.length);
    }
  }
}
