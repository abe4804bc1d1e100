package io.github.sid4j.internal.method;

import java.util.ArrayList;
import java.util.List;

/**
 * Which stages of a pipeline each of several processes has: neighbouring ones, and each at least
 * one.
 *
 * @param counts of the stages, by rank
 */
public record StageShares(List<Integer> counts) {
  /** Keeps a copy. */
  public StageShares {
    counts = List.copyOf(counts);
  }

  /**
   * Shares stages so that the process with the most to do has as little as possible.
   *
   * @param costs of the stages, at least 0
   * @param ranks how many processes, 1 to as many as there are stages
   */
  public static StageShares balanced(List<Double> costs, int ranks) {
    double[] before = new double[costs.size() + 1];
    for (int i = 0; i < costs.size(); i++) {
      before[i + 1] = before[i] + costs.get(i);
    }
    // By rank and stage: the least that the busiest of the ranks so far has, and where it is cut.
    double[][] least = new double[ranks + 1][before.length];
    int[][] cut = new int[ranks + 1][before.length];
    for (int rank = 1; rank <= ranks; rank++) {
      for (int to = rank; to < before.length; to++) {
        least[rank][to] = Double.POSITIVE_INFINITY;
        for (int from = rank - 1; from < to; from++) {
          boolean possible = rank > 1 || from == 0;
          double most = Math.max(least[rank - 1][from], before[to] - before[from]);
          if (possible && most < least[rank][to]) {
            least[rank][to] = most;
            cut[rank][to] = from;
          }
        }
      }
    }
    List<Integer> counts = new ArrayList<>();
    int to = costs.size();
    for (int rank = ranks; rank > 0; rank--) {
      counts.add(0, to - cut[rank][to]);
      to = cut[rank][to];
    }
    return new StageShares(counts);
  }

  /** The first stage of a process, from 0. */
  public int from(int rank) {
    return counts.subList(0, rank).stream().mapToInt(Integer::intValue).sum();
  }

  /** The one behind its last. */
  public int to(int rank) {
    return from(rank) + counts.get(rank);
  }
}
