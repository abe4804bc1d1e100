package io.github.sid4j.internal.tensorboard;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import java.util.List;

/**
 * How a part's samples are distributed over the probabilities that a module gives to their class,
 * and to the class that it believes in most.
 */
final class BeliefHistograms {
  private static final int BUCKETS = 30;

  private final long[][] label;
  private final long[][] strongest;

  BeliefHistograms(int modules) {
    label = new long[modules][BUCKETS];
    strongest = new long[modules][BUCKETS];
  }

  /**
   * Counts a batch.
   *
   * @param beliefs p_0 to p_L
   */
  void add(Batch batch, List<Belief> beliefs) {
    for (int module = 0; module < label.length; module++) {
      double[] probabilities = beliefs.get(module + 1).toDoubles();
      int classes = probabilities.length / batch.size();
      for (int k = 0; k < batch.size(); k++) {
        double highest = 0;
        for (int c = 0; c < classes; c++) {
          highest = Math.max(highest, probabilities[k * classes + c]);
        }
        label[module][bucket(probabilities[k * classes + batch.labels()[k]])]++;
        strongest[module][bucket(highest)]++;
      }
    }
  }

  private static int bucket(double probability) {
    return Math.max(0, Math.min(BUCKETS - 1, (int) (probability * BUCKETS)));
  }

  /** Samples in buckets of equal width from 0 to 1, by the belief in their class. */
  long[] ofLabel(int module) {
    return label[module];
  }

  /** Likewise, by the highest belief. */
  long[] ofStrongest(int module) {
    return strongest[module];
  }
}
