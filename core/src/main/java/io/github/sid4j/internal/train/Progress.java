package io.github.sid4j.internal.train;

import io.github.sid4j.internal.run.OptionalField;
import io.github.sid4j.run.BeliefMetrics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands. With the weights, the optimizers' state and the settings it decides all that
 * is to come: data order and augmentation are functions of seed, epoch and sample.
 *
 * @param epoch that is being trained, from 1; past the number of epochs when all are done
 * @param stepInEpoch steps taken in that epoch
 * @param step steps taken in all
 * @param sums measures of that epoch so far
 * @param bestEpoch the best so far, see {@link BestBy}; 0 for none
 * @param bestAccuracy of that epoch; {@code null} without a validation part
 * @param bestDivergence of its last module to the target, on the validation part; {@code null}
 *     without one, where it was no finite number, and in checkpoints of versions before it was kept
 * @param lastAccuracy validation accuracy of the last finished epoch; {@code null} if none
 * @param trainSamples trained on in all
 * @param trainSeconds spent in training steps in all
 * @param epochSeconds spent in that epoch so far
 * @param epochWaitSeconds of these, waiting for the next batch
 * @param wallSeconds of all sessions so far
 */
public record Progress(
    int epoch,
    int stepInEpoch,
    long step,
    MeasureSums sums,
    int bestEpoch,
    @Nullable Double bestAccuracy,
    @OptionalField @Nullable Double bestDivergence,
    @Nullable Double lastAccuracy,
    long trainSamples,
    double trainSeconds,
    double epochSeconds,
    double epochWaitSeconds,
    double wallSeconds) {
  public static Progress start(int modules) {
    return new Progress(1, 0, 0, MeasureSums.zero(modules), 0, null, null, null, 0, 0, 0, 0, 0);
  }

  /** After one more step; the sums have been added to in place. */
  public Progress stepped(long samples) {
    return new Progress(
        epoch,
        stepInEpoch + 1,
        step + 1,
        sums,
        bestEpoch,
        bestAccuracy,
        bestDivergence,
        lastAccuracy,
        trainSamples + samples,
        trainSeconds,
        epochSeconds,
        epochWaitSeconds,
        wallSeconds);
  }

  /** After more time in training, part of which was spent waiting. */
  public Progress spent(double seconds, double waited) {
    return new Progress(
        epoch,
        stepInEpoch,
        step,
        sums,
        bestEpoch,
        bestAccuracy,
        bestDivergence,
        lastAccuracy,
        trainSamples,
        trainSeconds + seconds,
        epochSeconds + seconds,
        epochWaitSeconds + waited,
        wallSeconds);
  }

  /**
   * At the start of the next epoch.
   *
   * @param validation of each module; {@code null} without a validation part
   * @param by what decides which epoch is the best
   */
  public Progress epochEnded(@Nullable List<BeliefMetrics> validation, BestBy by) {
    BeliefMetrics last = validation == null ? null : validation.get(validation.size() - 1);
    @Nullable Double accuracy = last == null ? null : last.accuracy();
    @Nullable Double divergence = last == null ? null : finite(last.klTarget());
    boolean better = by.isBetter(accuracy, divergence, bestAccuracy, bestDivergence);
    return new Progress(
        epoch + 1,
        0,
        step,
        MeasureSums.zero(sums.correct().length),
        better ? epoch : bestEpoch,
        better ? accuracy : bestAccuracy,
        better ? divergence : bestDivergence,
        accuracy,
        trainSamples,
        trainSeconds,
        0,
        0,
        wallSeconds);
  }

  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? number : null;
  }

  /** With what a checkpoint of an earlier version lacks of the best epoch. */
  public Progress withBestDivergence(Double known) {
    return new Progress(
        epoch,
        stepInEpoch,
        step,
        sums,
        bestEpoch,
        bestAccuracy,
        known,
        lastAccuracy,
        trainSamples,
        trainSeconds,
        epochSeconds,
        epochWaitSeconds,
        wallSeconds);
  }

  /** Whether an epoch is over and the next not begun. */
  public boolean betweenEpochs() {
    return epoch > 1 && stepInEpoch == 0;
  }

  public Progress at(double wall) {
    return new Progress(
        epoch,
        stepInEpoch,
        step,
        sums,
        bestEpoch,
        bestAccuracy,
        bestDivergence,
        lastAccuracy,
        trainSamples,
        trainSeconds,
        epochSeconds,
        epochWaitSeconds,
        wall);
  }
}
