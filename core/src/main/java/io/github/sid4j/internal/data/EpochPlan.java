package io.github.sid4j.internal.data;

import io.github.sid4j.data.Augmentation;
import java.util.Objects;

/**
 * How one epoch of training goes through the examples.
 *
 * @param batchSize examples in a batch, at least 1
 * @param dropLast whether to leave out a last batch that is not full, unless it is the only one
 * @param augmentation what to do to each example
 * @param seed the run's seed; it decides order and augmentation together with the epoch
 * @param epoch counted from 0
 * @param firstBatch the first batch to make, counted from 0, to continue within an epoch
 */
public record EpochPlan(
    int batchSize,
    boolean dropLast,
    Augmentation augmentation,
    long seed,
    int epoch,
    int firstBatch) {
  /**
   * Checks the plan.
   *
   * @throws IllegalArgumentException if a number is below its range
   */
  public EpochPlan {
    Objects.requireNonNull(augmentation, "augmentation");
    if (batchSize < 1 || epoch < 0 || firstBatch < 0) {
      throw new IllegalArgumentException(
          "batchSize %s must be at least 1, epoch %s and firstBatch %s at least 0"
              .formatted(batchSize, epoch, firstBatch));
    }
  }

  /**
   * How many batches an epoch has in all.
   *
   * @param examples how many there are
   * @return full batches, plus one if the rest is not left out
   */
  public int batches(int examples) {
    boolean drop = dropLast && examples >= batchSize;
    return examples / batchSize + (!drop && examples % batchSize > 0 ? 1 : 0);
  }
}
