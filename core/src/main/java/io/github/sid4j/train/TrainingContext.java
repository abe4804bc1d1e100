package io.github.sid4j.train;

import io.github.sid4j.data.Splits;
import io.github.sid4j.run.EpochMetrics;
import java.util.List;

/**
 * Where a training stands, for its {@linkplain TrainingListener listeners}. It is read on the
 * thread that trains, within a call of a listener; {@link #requestStop} alone may be called by any
 * thread and at any time.
 */
public interface TrainingContext {
  /**
   * What is trained.
   *
   * @return the same for all of the training
   */
  TrainingStart start();

  /**
   * The parts of the data, as they are trained, validated and tested on.
   *
   * @return prepared examples
   */
  Splits data();

  /**
   * The names of the classes.
   *
   * @return the name of class c at place c
   */
  List<String> classNames();

  /**
   * The cascade with the weights that it has now.
   *
   * @return a view that changes nothing
   */
  CascadeView cascade();

  /**
   * The epoch that is trained.
   *
   * @return from 1; after the end of an epoch the next one, also past the last
   */
  int epoch();

  /**
   * Steps of that epoch that are done.
   *
   * @return at least 0
   */
  int stepInEpoch();

  /**
   * Steps that are done in all sessions of the run.
   *
   * @return at least 0
   */
  long step();

  /**
   * What was measured in that epoch so far.
   *
   * @return of its training batches
   */
  EpochSoFar current();

  /**
   * The epochs that are over, those of earlier sessions included. All that a listener decides by
   * them it decides again when a run is resumed.
   *
   * @return in order
   */
  List<EpochMetrics> epochs();

  /**
   * Interrupts the training after the step that is under way. A run with a folder writes a
   * checkpoint and can be resumed; the training has no result.
   */
  void requestStop();

  /**
   * Ends the training well at the end of the epoch: no further epoch is trained, the cascade gets
   * the weights of the best epoch, and the training has a result. Of a run with a folder, {@code
   * weights.safetensors} stays that of the last epoch.
   */
  void finishEarly();
}
