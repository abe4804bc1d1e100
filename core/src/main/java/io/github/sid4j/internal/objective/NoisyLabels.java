package io.github.sid4j.internal.objective;

import io.github.sid4j.engine.DType;
import io.github.sid4j.engine.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The samples of a batch whose label is wrong, for measuring only: nothing learns from it. Where
 * the label is right both have {@link #RIGHT}, which no belief names.
 *
 * @param given the noisy labels, [B], {@link DType#INT64}
 * @param truth the true ones, likewise
 */
public record NoisyLabels(Tensor given, Tensor truth) {
  private static final int RIGHT = -1;

  /** From all labels of a batch. */
  public static NoisyLabels of(int[] given, int[] truth) {
    long[] wrong = new long[given.length];
    long[] right = new long[given.length];
    Arrays.setAll(wrong, i -> given[i] == truth[i] ? RIGHT : given[i]);
    Arrays.setAll(right, i -> given[i] == truth[i] ? RIGHT : truth[i]);
    return new NoisyLabels(Tensor.of(wrong, wrong.length), Tensor.of(right, right.length));
  }

  /** The same in other tensors. */
  public NoisyLabels map(UnaryOperator<Tensor> change) {
    return new NoisyLabels(change.apply(given), change.apply(truth));
  }

  /**
   * What some modules make of them.
   *
   * @param chosen the classes that they believe in most, [modules, B]
   * @return for each module
   */
  public List<NoiseCounts> counts(Tensor chosen) {
    long batch = given.count();
    long right = (long) given.equalLast(given.factory().full(RIGHT, DType.INT64, batch)).item();
    double[] kept = chosen.equalLast(given).toDoubles();
    double[] trueLabelRecovered = chosen.equalLast(truth).toDoubles();
    long wrong = batch - right;
    return IntStream.range(0, kept.length)
        .mapToObj(i -> new NoiseCounts(wrong, wrong - (long) kept[i], (long) trueLabelRecovered[i]))
        .toList();
  }
}
