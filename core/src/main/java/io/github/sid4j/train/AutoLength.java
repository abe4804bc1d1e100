package io.github.sid4j.train;

import io.github.sid4j.data.Dataset;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers for {@code batch} and {@code epochs} where they are {@code auto}: a small training
 * part gets small batches and many epochs, since what a network learns depends on how often it is
 * updated. {@code docs/reference/settings.md} states the rule.
 */
final class AutoLength {
  private static final int LARGEST_BATCH = 128;
  private static final int SMALLEST_BATCH = 8;
  private static final int STEPS_PER_EPOCH = 24;

  /** Below this, whole batches of the smallest size leave out more than a tenth of the samples. */
  private static final int FEW_SAMPLES = 64;

  private static final int FEWEST_IN_BATCH = 5;
  private static final int STEPS = 1000;
  private static final int FEWEST_EPOCHS = 20;
  private static final int MOST_EPOCHS = 200;

  private AutoLength() {}

  /**
   * The settings of a run on a data set, with {@code auto} where its size is to decide and nobody
   * gave a number.
   *
   * @param own that a program brings; null for the one that the settings name
   */
  static Settings open(Settings settings, @Nullable Dataset own) {
    String named = settings.get(DataSetting.DATASET);
    boolean known =
        own == null ? !Set.of("folder", "csv").contains(named) : own.name().equals(named);
    return known ? settings : settings.forOwnData();
  }

  /**
   * The settings with numbers in place of {@code auto}.
   *
   * @param samples of the training part, at least 1
   * @throws io.github.sid4j.error.InputException if other settings exclude these numbers
   */
  static Settings resolve(Settings settings, int samples) {
    Settings resolved = settings;
    if (settings.get(TrainingSetting.BATCH) == Setting.AUTO) {
      int batch = batch(samples, settings.get(TrainingSetting.ACCUMULATE));
      resolved = resolved.with(TrainingSetting.BATCH, batch);
    }
    if (settings.get(TrainingSetting.EPOCHS) == Setting.AUTO) {
      int steps = RunLength.stepsPerEpoch(resolved.get(TrainingSetting.BATCH), samples);
      resolved = resolved.with(TrainingSetting.EPOCHS, epochs(steps));
    }
    return resolved.check();
  }

  /**
   * Samples in a step.
   *
   * @param samples of the training part
   * @param accumulate parts into which each batch is cut
   */
  static int batch(int samples, int accumulate) {
    int batch = samples < FEW_SAMPLES ? ofFew(samples) : LARGEST_BATCH;
    while (batch > SMALLEST_BATCH && samples / batch < STEPS_PER_EPOCH) {
      batch /= 2;
    }
    return (batch + accumulate - 1) / accumulate * accumulate;
  }

  /** The size that leaves out the fewest, the largest of equals. */
  private static int ofFew(int samples) {
    return IntStream.rangeClosed(FEWEST_IN_BATCH, SMALLEST_BATCH)
        .boxed()
        .min(
            (one, other) -> {
              int left = RunLength.leftOut(one, samples) - RunLength.leftOut(other, samples);
              return left != 0 ? left : other - one;
            })
        .orElseThrow();
  }

  /**
   * Epochs.
   *
   * @param stepsPerEpoch at least 1
   */
  static int epochs(int stepsPerEpoch) {
    int wanted = (STEPS + stepsPerEpoch - 1) / stepsPerEpoch;
    return Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, wanted));
  }
}
