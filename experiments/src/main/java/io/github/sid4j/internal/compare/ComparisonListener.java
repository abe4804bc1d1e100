package io.github.sid4j.internal.compare;

/** Hears of the course of a comparison, on the thread that runs it. */
public interface ComparisonListener {
  /**
   * It begins, or a part of it does: the search, and then what it was for.
   *
   * @param part for example {@code search}
   * @param cells of the part
   * @param open cells of them that wait
   * @param epochs that the open cells train, those of interrupted ones counted again
   */
  void began(String part, int cells, int open, long epochs);

  /**
   * A cell starts or continues.
   *
   * @param id of the cell
   */
  void started(String id);

  /**
   * Time has gone by.
   *
   * @param runningEpochs that the running cells have finished
   */
  void trained(long runningEpochs);

  /**
   * A cell has ended.
   *
   * @param cell its result
   * @param epochs that it was to train
   */
  void ended(CellResult cell, int epochs);
}
