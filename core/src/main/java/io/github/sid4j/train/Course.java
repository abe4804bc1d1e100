package io.github.sid4j.train;

import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.List;

/**
 * How a run goes through its training part. Immutable.
 *
 * @param epochs of the whole run
 * @param stepsPerEpoch optimizer steps in one epoch
 * @param batch samples in a step
 * @param leftOut samples that each epoch leaves out because they fill no batch; not the same ones
 *     in each epoch, since every epoch has an order of its own
 * @param chosen names of the settings {@code batch} and {@code epochs} whose numbers follow the
 *     size of the training part, as found by this session
 * @param epochsBefore epochs that the run had until this session changed them; 0 if it did not
 */
public record Course(
    int epochs, long stepsPerEpoch, int batch, int leftOut, List<String> chosen, int epochsBefore) {
  /** What may follow the size of the training part. */
  static final List<Setting<Integer>> SIZED =
      List.of(TrainingSetting.BATCH, TrainingSetting.EPOCHS);

  /** Keeps a copy that cannot be changed. */
  public Course {
    chosen = List.copyOf(chosen);
  }

  /**
   * The course of a run.
   *
   * @param open the settings with {@code auto} where the size decides
   * @param resolved the settings with numbers
   */
  static Course of(Settings open, Settings resolved, int trainSize, int epochsBefore) {
    int batch = resolved.get(TrainingSetting.BATCH);
    RunLength length = RunLength.of(resolved, trainSize);
    return new Course(
        length.epochs(),
        length.stepsPerEpoch(),
        Math.min(batch, trainSize),
        RunLength.leftOut(batch, trainSize),
        SIZED.stream()
            .filter(setting -> open.get(setting) == Setting.AUTO)
            .map(setting -> setting.name())
            .toList(),
        epochsBefore);
  }
}
