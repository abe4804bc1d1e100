package io.github.sid4j.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Finds places to cut a row of blocks. All methods are safe for several threads. */
public final class Cuts {
  private Cuts() {}

  /**
   * Cuts a row so that its most costly part costs as little as it can, and among such cuts so that
   * the parts are as even as they can be: with the smallest sum of their squares.
   *
   * @param costs of the blocks, at least 0
   * @param parts how many, 1 to the number of blocks; none is empty
   * @return before which blocks, counted from 0; one less than parts, increasing
   */
  public static List<Integer> balanced(double[] costs, int parts) {
    if (parts < 1 || parts > costs.length) {
      throw new IllegalArgumentException(
          "a row of %s blocks expected 1 to %s parts, found %s"
              .formatted(costs.length, costs.length, parts));
    }
    double[] before = new double[costs.length + 1];
    for (int i = 0; i < costs.length; i++) {
      before[i + 1] = before[i] + costs[i];
    }
    return evenest(before, parts, lowestPeak(before, parts));
  }

  /** The cost of the most costly part, in the cut where that is lowest. */
  private static double lowestPeak(double[] before, int parts) {
    // Of the first blocks, as many as the index says, in as many parts as rounds were done.
    double[] peaks = before.clone();
    for (int round = 2; round <= parts; round++) {
      // From the end, where only entries are read that are of the round before still.
      for (int to = before.length - 1; to >= 1; to--) {
        double best = Double.POSITIVE_INFINITY;
        for (int from = round - 1; from < to; from++) {
          best = Math.min(best, Math.max(peaks[from], before[to] - before[from]));
        }
        peaks[to] = best;
      }
    }
    return peaks[before.length - 1];
  }

  /** The cut with the smallest sum of squares, of those without a part above the peak. */
  private static List<Integer> evenest(double[] before, int parts, double peak) {
    int blocks = before.length - 1;
    double[][] squares = new double[parts + 1][blocks + 1];
    int[][] begins = new int[parts + 1][blocks + 1];
    Arrays.fill(squares[0], 1, blocks + 1, Double.POSITIVE_INFINITY);
    for (int part = 1; part <= parts; part++) {
      squares[part][0] = Double.POSITIVE_INFINITY;
      for (int to = 1; to <= blocks; to++) {
        squares[part][to] = Double.POSITIVE_INFINITY;
        for (int from = 0; from < to; from++) {
          double cost = before[to] - before[from];
          double sum = squares[part - 1][from] + cost * cost;
          if (cost <= peak && sum < squares[part][to]) {
            squares[part][to] = sum;
            begins[part][to] = from;
          }
        }
      }
    }
    List<Integer> cuts = new ArrayList<>();
    int to = blocks;
    for (int part = parts; part > 1; part--) {
      to = begins[part][to];
      cuts.add(to);
    }
    Collections.reverse(cuts);
    return cuts;
  }
}
