package io.github.sid4j.internal.compare;

import java.util.List;

/**
 * What is run with every seed: a run of the specification at a point of the grid.
 *
 * @param run its label
 * @param cells one for each seed; with a search they stand for those of the candidate that is not
 *     chosen yet, and are not run
 * @param candidates the settings to choose from; empty without a search
 */
record GridPoint(String run, List<Cell> cells, List<Candidate> candidates) {
  /**
   * A choice of settings.
   *
   * @param trial measures it in the search
   * @param cells with it, one for each seed
   */
  record Candidate(Cell trial, List<Cell> cells) {}
}
