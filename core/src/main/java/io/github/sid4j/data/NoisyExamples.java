package io.github.sid4j.data;

import io.github.sid4j.internal.data.ExamplesAround;
import io.github.sid4j.random.Rng;
import java.util.Arrays;
import java.util.List;

/** Examples of which some have noisy labels, and which remember the true ones. */
final class NoisyExamples extends ExamplesAround {
  private static final long PURPOSE = 0xDA7A_0004L;

  private final int[] labels;

  /**
   * Changes labels; each example draws from a stream of its own, so that order does not matter.
   *
   * @param rate probability that an example gets another label, 0 to 1
   * @param classNames of all classes, at least 2
   */
  NoisyExamples(Examples clean, LabelNoise noise, double rate, List<String> classNames, long seed) {
    super(clean);
    labels = new int[clean.size()];
    Arrays.setAll(
        labels,
        index -> {
          Rng rng = Rng.of(seed, PURPOSE, index);
          int label = clean.label(index);
          return rng.nextDouble() < rate ? noise.wrong(label, classNames, rng) : label;
        });
  }

  @Override
  public int label(int index) {
    return labels[index];
  }
}
