package io.github.sid4j.internal.data.table;

import java.util.List;

/**
 * The piecewise-linear encoding of numbers (Gorishniy et al., NeurIPS 2022) between quantiles: an
 * input for each of them says how much of it lies below the number, 0 to 1. What is missing becomes
 * zeros. Unlike in the paper the first and the last one end at 0 and 1, so that a value far away
 * becomes the lowest or highest one.
 *
 * @param edges between which the pieces lie, each higher than the one before; a single one if
 *     training has shown no more, and then its input is 0
 * @param marksMissing whether a further number says that the value is missing
 */
public record PiecewiseEncoder(List<Double> edges, boolean marksMissing) implements NumberEncoder {
  /** Keeps a copy that cannot be changed. */
  public PiecewiseEncoder {
    edges = edges == null ? List.of() : List.copyOf(edges);
  }

  /**
   * Learns from the numbers of a training part.
   *
   * @param training its numbers, those of the validation part, too, so that the width is the same
   *     whichever these are; may be none
   * @param pieces at most, at least 1
   * @param marksMissing whether training has shown missing values
   * @return the encoder
   */
  public static PiecewiseEncoder learn(double[] training, int pieces, boolean marksMissing) {
    List<Double> found =
        training.length == 0
            ? List.of()
            : Quantiles.of(training, pieces + 1).stream().distinct().toList();
    return new PiecewiseEncoder(found.isEmpty() ? List.of(0.0) : found, marksMissing);
  }

  @Override
  public int inputs() {
    return Math.max(1, edges.size() - 1);
  }

  @Override
  public void write(double number, float[] into, int offset) {
    for (int i = 0; i + 1 < edges.size(); i++) {
      double from = edges.get(i);
      double share = (number - from) / (edges.get(i + 1) - from);
      into[offset + i] = (float) Math.max(0, Math.min(1, share));
    }
  }
}
