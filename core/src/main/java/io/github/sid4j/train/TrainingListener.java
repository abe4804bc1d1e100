package io.github.sid4j.train;

import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;

/**
 * Hears of the course of a run, on the thread that trains, in the order of the methods here. Must
 * return soon, since training waits.
 */
public interface TrainingListener {
  /**
   * Some more of a data set's file has been downloaded. Comes often, and before {@link #started}.
   *
   * @param file the publisher's name of the file
   * @param bytes how much of it is there; falls back when a download has to start over
   * @param total how much there will be
   */
  default void fetched(String file, long bytes, long total) {}

  /**
   * Data and network are ready.
   *
   * @param start what is going to be trained
   */
  default void started(TrainingStart start) {}

  /**
   * A step is done.
   *
   * @param epoch from 1
   * @param stepInEpoch from 1
   * @param loss sum of the modules' losses in nats, mean over the batch
   */
  default void stepped(int epoch, long stepInEpoch, double loss) {}

  /**
   * An epoch and its validation are done.
   *
   * @param metrics of this epoch
   */
  default void epochEnded(EpochMetrics metrics) {}

  /**
   * Something is odd, but training continues.
   *
   * @param line one line for the user; may come at any time
   */
  default void warned(String line) {}

  /**
   * The run is finished and its result is stored.
   *
   * @param result of the whole run
   */
  default void ended(RunResult result) {}
}
