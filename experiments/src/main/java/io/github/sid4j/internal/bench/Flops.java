package io.github.sid4j.internal.bench;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Scope;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.internal.engine.Tally;
import java.util.List;

/**
 * The floating-point operations that one step needs by its definition, in any implementation: each
 * product forward once, and backward once for its weights and once for its input, except where that
 * needs no gradient: the data, and behind a cut. A multiplication with its addition counts as two.
 */
final class Flops {
  private static final int FORWARD = 2;
  private static final int BACKWARD_EACH = 2;

  private Flops() {}

  /**
   * Counts a step, by taking one sample through the cascade.
   *
   * @param cascade in single precision
   * @param image one example's [channels, height, width]
   * @param batch B
   * @param cut whether gradients stop at the inputs of every stage
   */
  static long ofStep(Cascade cascade, List<Integer> image, int batch, boolean cut) {
    try (Scope sample = Scope.open();
        Tally tally = Tally.open()) {
      Tensor x = Tensor.full(0, DType.FLOAT32, 1, image.get(0), image.get(1), image.get(2));
      Tensor h = cascade.extractor().forward(x);
      Belief p = cascade.firstBelief(h);
      for (int i = 0; i < cascade.depth(); i++) {
        BeliefModule module = cascade.modules().get(i);
        h = module.advance(cut && i >= cascade.extractorReaders() ? h.detach() : h);
        p = Belief.of(module.logits(p.probabilities(), h));
      }
      return batch
          * ((FORWARD + 2 * BACKWARD_EACH) * tally.products()
              - BACKWARD_EACH * tally.productsOfConstants());
    }
  }
}
