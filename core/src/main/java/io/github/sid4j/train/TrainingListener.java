package io.github.sid4j.train;

import io.github.sid4j.cascade.Belief;
import io.github.sid4j.data.Batch;
import io.github.sid4j.run.EpochMetrics;
import io.github.sid4j.run.RunResult;
import java.io.IOException;
import java.util.List;

/**
 * Hears the course of a training, on the thread that trains. Training waits for each call, so that
 * a listener must return soon. An exception that it throws ends the training as a failure.
 *
 * <p>Of each epoch a listener hears, in this order: {@link #stepped} for each step, {@link
 * #validating}, {@link #validatedBatch} for each batch, {@link #validated}, {@link #checkpointed}
 * and {@link #epochEnded}. Several listeners of one training hear each event in the order in which
 * they were given. After {@link #started}, exactly one of {@link #ended}, {@link #stopped} and
 * {@link #failed} is the last event.
 */
public interface TrainingListener {
  /**
   * A part of a data set's file is downloaded. Comes often, and before {@link #started}.
   *
   * @param file the publisher's name of the file
   * @param bytes how much of it is there; falls back when a download has to start over
   * @param total how much there will be
   */
  default void fetched(String file, long bytes, long total) {}

  /**
   * A batch of features that were not kept from before is computed, by a network that is not
   * trained. Comes before {@link #started}.
   *
   * @param done photos and views so far
   * @param total how many there will be
   * @param perSecond photos and views in a second, so far
   */
  default void computedFeatures(long done, long total, double perSecond) {}

  /**
   * Something was found out that a user should see, such as what a file of weights is.
   *
   * @param line one line for the user; comes before {@link #started}
   */
  default void noted(String line) {}

  /**
   * Something is odd, but training continues.
   *
   * @param line one line for the user; may come at any time
   */
  default void warned(String line) {}

  /**
   * Data and network are ready.
   *
   * @param context of all that follows
   * @param start what is going to be trained
   * @throws IOException if something cannot be written
   */
  default void started(TrainingContext context, TrainingStart start) throws IOException {}

  /**
   * A step is done.
   *
   * @param context where the training stands
   * @param step that is done
   * @throws IOException if something cannot be written
   */
  default void stepped(TrainingContext context, TrainedStep step) throws IOException {}

  /**
   * The steps of an epoch are done, and its validation begins.
   *
   * @param context where the training stands
   * @throws IOException if something cannot be written
   */
  default void validating(TrainingContext context) throws IOException {}

  /**
   * A batch of the validation part is measured.
   *
   * @param context where the training stands
   * @param batch that was measured
   * @param beliefs p_0 to p_L, freed after the call
   */
  default void validatedBatch(TrainingContext context, Batch batch, List<Belief> beliefs) {}

  /**
   * An epoch and its validation are done; its checkpoint is not written yet. What a listener writes
   * here is complete whenever a checkpoint of the epoch is there. A process that dies before the
   * checkpoint trains the epoch again, and this event comes again.
   *
   * @param context where the training stands
   * @param metrics of this epoch
   * @throws IOException if something cannot be written
   */
  default void validated(TrainingContext context, EpochMetrics metrics) throws IOException {}

  /**
   * A checkpoint is stored, at the end of an epoch or within one. Never comes for a training that
   * is kept in memory.
   *
   * @param context where the training stands
   * @throws IOException if something cannot be written
   */
  default void checkpointed(TrainingContext context) throws IOException {}

  /**
   * An epoch is done and, in a run with a folder, stored.
   *
   * @param context where the training stands
   * @param metrics of this epoch
   * @throws IOException if something cannot be written
   */
  default void epochEnded(TrainingContext context, EpochMetrics metrics) throws IOException {}

  /**
   * All epochs are done, and the test begins.
   *
   * @param context where the training stands
   * @throws IOException if something cannot be written
   */
  default void testing(TrainingContext context) throws IOException {}

  /**
   * The training is finished and its result is stored.
   *
   * @param context where the training stands
   * @param result of the whole run
   * @throws IOException if something cannot be written
   */
  default void ended(TrainingContext context, RunResult result) throws IOException {}

  /**
   * The training was stopped before its end.
   *
   * @param context where the training stands
   * @throws IOException if something cannot be written
   */
  default void stopped(TrainingContext context) throws IOException {}

  /**
   * The training ends by an exception, which its caller gets after all listeners have heard of it.
   *
   * @param context where the training stands
   * @param cause why it ends
   * @throws IOException if something cannot be written; it is added to the cause as suppressed
   */
  default void failed(TrainingContext context, Throwable cause) throws IOException {}
}
