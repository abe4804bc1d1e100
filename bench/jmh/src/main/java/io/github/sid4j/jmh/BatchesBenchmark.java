package io.github.sid4j.jmh;

import io.github.sid4j.data.Augmentation;
import io.github.sid4j.data.Examples;
import io.github.sid4j.internal.data.Batches;
import io.github.sid4j.internal.data.CropFlip;
import io.github.sid4j.internal.data.EpochPlan;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One batch of CIFAR's shape, as one thread makes it ahead of training: read, standardised and
 * augmented. An epoch is too long a unit to compare, so its time is divided by its batches.
 */
public class BatchesBenchmark extends Microbenchmark {
  private static final int PER_EPOCH = 64;

  @Param({"false", "true"})
  private boolean cropFlip;

  private Augmentation augmentation;
  private Examples examples;
  private int epoch;

  /** Makes the images; 25 MB, more than the caches hold. */
  @Setup
  public void prepare() {
    augmentation = cropFlip ? new CropFlip(4) : Augmentation.NONE;
    examples = SyntheticImages.examples(PER_EPOCH * BATCH);
  }

  /**
   * Goes through an epoch.
   *
   * @param hole uses the batches up
   */
  @Benchmark
  @OperationsPerInvocation(PER_EPOCH)
  public void batch(Blackhole hole) {
    EpochPlan plan = new EpochPlan(BATCH, true, augmentation, 1, epoch++, 0);
    try (Batches batches = Batches.shuffled(examples, plan)) {
      batches.forEachRemaining(hole::consume);
    }
  }
}
