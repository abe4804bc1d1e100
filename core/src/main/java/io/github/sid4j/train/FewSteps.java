package io.github.sid4j.train;

import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** What is said at the start of a run whose batches do not suit the size of its training part. */
final class FewSteps {
  private static final int FEW_PER_EPOCH = 10;
  private static final int ENOUGH = 1000;
  private static final int FEW = 200;
  private static final double LARGE_SHARE = 0.1;

  private FewSteps() {}

  /**
   * Warnings about numbers that the user gave.
   *
   * @param course what of them follows the size already
   * @param settings with numbers
   * @param samples of the training part
   */
  static List<String> warnings(Course course, Settings settings, int samples) {
    List<String> lines = new ArrayList<>();
    boolean free = course.chosen().contains(TrainingSetting.BATCH.name());
    RunLength length = RunLength.of(settings, samples);
    long steps = (long) length.epochs() * length.stepsPerEpoch();
    boolean few = steps < FEW || (length.stepsPerEpoch() < FEW_PER_EPOCH && steps < ENOUGH);
    int batch = settings.get(TrainingSetting.BATCH);
    int better =
        Math.min(batch, AutoLength.batch(samples, settings.get(TrainingSetting.ACCUMULATE)));
    int epochs =
        Math.max(length.epochs(), AutoLength.epochs(RunLength.stepsPerEpoch(better, samples)));
    boolean same = better == batch && epochs == length.epochs();
    boolean given = course.chosen().size() < Course.SIZED.size();
    if (few && given && !same) {
      lines.add(
          "an epoch has %s %s and the run %s, which may be too few to learn from; try %sepochs=%s"
              .formatted(
                  length.stepsPerEpoch(),
                  length.stepsPerEpoch() == 1 ? "step" : "steps",
                  steps,
                  better == batch ? "" : "batch=%s ".formatted(better),
                  epochs));
    }
    if (!free && course.leftOut() > LARGE_SHARE * samples) {
      lines.add(
          "each epoch leaves out %s of the %s training samples, since they do not fill a batch of %s; lower batch"
              .formatted(course.leftOut(), samples, batch));
    }
    return lines;
  }
}
