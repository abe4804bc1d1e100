package io.github.sid4j.calibrate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How sure a module was beside how often it was right, in bins of equal width of its confidence.
 *
 * @param bins from low to high confidence, those without samples left out
 * @param samples in all bins
 */
record Reliability(List<Bin> bins, int samples) {
  /** The usual number of bins. */
  private static final int BINS = 15;

  /**
   * A bin.
   *
   * @param samples in it, at least 1
   * @param confidence their mean
   * @param accuracy the share of them that was right
   */
  record Bin(int samples, double confidence, double accuracy) {}

  static Reliability of(DepthBeliefs beliefs, int module) {
    return of(beliefs.confidence(module), beliefs.right(module));
  }

  /**
   * Of samples.
   *
   * @param confidence of each, 0 to 1
   * @param correct whether each was right
   */
  static Reliability of(double[] confidence, boolean... correct) {
    int[] counts = new int[BINS];
    double[] confidences = new double[BINS];
    int[] right = new int[BINS];
    for (int i = 0; i < confidence.length; i++) {
      int bin = Math.min(BINS - 1, (int) (confidence[i] * BINS));
      counts[bin]++;
      confidences[bin] += confidence[i];
      right[bin] += correct[i] ? 1 : 0;
    }
    return new Reliability(
        IntStream.range(0, BINS)
            .filter(bin -> counts[bin] > 0)
            .mapToObj(
                bin ->
                    new Bin(
                        counts[bin],
                        confidences[bin] / counts[bin],
                        right[bin] / (double) counts[bin]))
            .toList(),
        confidence.length);
  }

  /** The expected calibration error: the mean distance of the two, over samples. */
  double error() {
    return bins.stream()
            .mapToDouble(bin -> bin.samples() * Math.abs(bin.confidence() - bin.accuracy()))
            .sum()
        / samples;
  }
}
