package io.github.sid4j.cli;

import io.github.sid4j.internal.compare.CellResult;
import io.github.sid4j.internal.compare.ComparisonListener;

/** Counts the runs of a process that shares a comparison with others, and shows nothing. */
final class RankCells implements ComparisonListener {
  private int started;

  @Override
  public void began(String part, int cells, int open, long epochs) {
    // The first process shows the course.
  }

  @Override
  public void started(String id) {
    started++;
  }

  @Override
  public void trained(long runningEpochs) {
    // As above.
  }

  @Override
  public void ended(CellResult cell, int epochs) {
    // As above.
  }

  @Override
  public String toString() {
    return started + (started == 1 ? " run" : " runs") + " of the comparison here";
  }
}
