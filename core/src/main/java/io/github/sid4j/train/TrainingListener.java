package io.github.sid4j.train;

import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;

/**
 * Is told the course of a run, on the thread that trains, in the order of the methods here. Must
 * return soon, since training waits.
 */
public interface TrainingListener {
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
   * Something is odd, but training goes on.
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
