package io.github.sid4j.train;

import io.github.sid4j.internal.train.MeasureSums;
import io.github.sid4j.internal.train.Progress;
import java.util.Arrays;
import java.util.List;

/**
 * What was measured over the training batches of an epoch that is not over. Immutable.
 *
 * @param seconds spent in its steps
 * @param samples trained on in it
 * @param loss sum of the modules' losses, mean over these samples, in nats; 0 without samples
 * @param accuracy of each module over these samples, 0 to 1, in order of depth; empty without
 *     samples
 */
public record EpochSoFar(double seconds, long samples, double loss, List<Double> accuracy) {
  /** Keeps a copy that cannot be changed. */
  public EpochSoFar {
    accuracy = List.copyOf(accuracy);
  }

  static EpochSoFar of(Progress progress) {
    MeasureSums sums = progress.sums();
    double samples = sums.samples()[0];
    return samples == 0
        ? new EpochSoFar(progress.epochSeconds(), 0, 0, List.of())
        : new EpochSoFar(
            progress.epochSeconds(),
            sums.samples()[0],
            Arrays.stream(sums.loss()).sum() / samples,
            Arrays.stream(sums.correct()).mapToObj(correct -> correct / samples).toList());
  }
}
