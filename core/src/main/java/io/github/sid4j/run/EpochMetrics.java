package io.github.sid4j.run;

import io.github.sid4j.internal.run.OptionalField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One epoch of training: a line of {@code metrics.jsonl}.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param epoch from 1
 * @param step optimizer steps taken since the start of the run
 * @param learningRate at the epoch's last step
 * @param trainAccuracy of the last module over the epoch's training batches, 0 to 1
 * @param validationAccuracy of the last module over the validation part, 0 to 1; null without such
 *     a part
 * @param klTargetStart divergence to the target of the uniform belief that the cascade begins with,
 *     in nats, in the direction of the objective
 * @param modules in order of depth
 * @param samplesPerSecond training samples by wall time of the epoch's training part
 * @param dataWait share of that time in which the step waited for its batch, 0 to 1
 * @param seconds wall time of the epoch with its validation
 */
public record EpochMetrics(
    int epoch,
    long step,
    double learningRate,
    double trainAccuracy,
    @Nullable Double validationAccuracy,
    @OptionalField @Nullable Double klTargetStart,
    List<ModuleMetrics> modules,
    double samplesPerSecond,
    double dataWait,
    double seconds) {
  /** Keeps a copy that cannot be changed. */
  public EpochMetrics {
    modules = List.copyOf(modules);
  }
}
