package io.github.sid4j.internal.data.table;

import java.util.Arrays;
import java.util.List;

/** What the numbers of a table become. */
public enum NumberScaling {
  /** Shifted and scaled to mean 0 and deviation 1. */
  STANDARD,
  /** Their ranks, in the shape of a normal distribution. */
  QUANTILE,
  /** How much of each of several pieces lies below them. */
  PIECEWISE;

  /**
   * Learns from a training part.
   *
   * @param kept its cells without the validation part
   * @param training all its cells, which decide the width
   * @param format of the cells; what is no number counts as missing
   * @param pieces at most, of {@link #PIECEWISE}
   * @return the encoder
   */
  public NumberEncoder learn(
      List<String> kept, List<String> training, CellFormat format, int pieces) {
    double[] all = training.stream().mapToDouble(format::number).toArray();
    boolean marksMissing = Arrays.stream(all).anyMatch(Double::isNaN);
    return switch (this) {
      case STANDARD -> NumericEncoder.learn(present(kept, format), marksMissing);
      case QUANTILE -> QuantileEncoder.learn(present(kept, format), marksMissing);
      case PIECEWISE ->
          PiecewiseEncoder.learn(
              Arrays.stream(all).filter(x -> !Double.isNaN(x)).toArray(), pieces, marksMissing);
    };
  }

  private static double[] present(List<String> cells, CellFormat format) {
    return cells.stream().mapToDouble(format::number).filter(x -> !Double.isNaN(x)).toArray();
  }
}
