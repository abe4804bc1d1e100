package io.github.sid4j.internal.suspects;

import io.github.sid4j.data.Examples;
import io.github.sid4j.data.Splits;
import io.github.sid4j.internal.data.ChosenExamples;
import io.github.sid4j.internal.predict.Beliefs;
import io.github.sid4j.internal.run.OutOfFold;
import io.github.sid4j.internal.run.OutOfFold.ModuleBelief;
import io.github.sid4j.internal.run.OutOfFold.Sample;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.PhotoSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.StoredData;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.train.Trained;
import io.github.sid4j.train.Training;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Trains without a fold as the run was trained, and asks the modules about that fold. */
final class FoldTraining {
  private static final double DECIMALS = 1e6;

  private final StoredData run;
  private final List<int[]> folds;
  private final int[] leftOut;

  /**
   * Prepares trainings.
   *
   * @param run as whose cascade was trained
   * @param folds of its training part
   * @param leftOut samples that no training learns from, in ascending order
   */
  FoldTraining(StoredData run, List<int[]> folds, int... leftOut) {
    this.run = run;
    this.folds = folds;
    this.leftOut = leftOut.clone();
  }

  /**
   * The settings of the run without what its data has been through already, and without its folder.
   */
  static Settings settings(StoredData run) {
    return run.settings()
        .with(DataSetting.CLASSES, List.of())
        .with(DataSetting.LABEL_NOISE, 0.0)
        .with(DataSetting.EXCLUDE, Optional.empty())
        .with(PhotoSetting.FOLDS, 0)
        .with(PhotoSetting.GROUP_PATTERN, Optional.empty())
        .with(TableSetting.GROUP_COLUMN, Optional.empty())
        .with(TableSetting.TIME_COLUMN, Optional.empty())
        .with(TrainingSetting.PRECISION, run.provenance().precision())
        .with(RunSetting.OUT, Optional.empty())
        .with(RunSetting.RESUME, false)
        .with(RunSetting.OVERWRITE, false)
        .with(RunSetting.TENSORBOARD, false);
  }

  /**
   * Trains.
   *
   * @param fold from 0
   * @param key kept with the answers
   * @param stop asked after each step
   * @return empty if it was stopped
   */
  Optional<OutOfFold> train(int fold, String key, BooleanSupplier stop) throws IOException {
    long begun = System.nanoTime();
    Examples all = run.data().train();
    int[] heldOut = folds.get(fold);
    int[] others =
        IntStream.range(0, folds.size())
            .filter(other -> other != fold)
            .flatMap(other -> IntStream.of(folds.get(other)))
            .filter(place -> Arrays.binarySearch(leftOut, place) < 0)
            .sorted()
            .toArray();
    Examples asked = new ChosenExamples(all, heldOut);
    Splits parts = new Splits(new ChosenExamples(all, others), run.data().validation(), asked);
    try (Trained trained =
        Training.of(settings(run))
            .dataset(new FoldDataset(run.dataset(), parts))
            .stopWhen(stop)
            .run()) {
      if (trained.result().isEmpty()) {
        return Optional.empty();
      }
      List<List<float[]>> beliefs = trained.beliefs(trained.data().test());
      List<Sample> samples =
          IntStream.range(0, heldOut.length)
              .mapToObj(i -> sample(heldOut[i], asked.label(i), beliefs.get(i)))
              .toList();
      return Optional.of(new OutOfFold(key, (System.nanoTime() - begun) / 1e9, samples));
    }
  }

  private Sample sample(int place, int label, List<float[]> all) {
    // Where earlier modules were not trained to answer, what they believe means nothing.
    int first = run.settings().everyModuleAnswers() ? 1 : all.size();
    List<float[]> beliefs = all.subList(first - 1, all.size());
    double[] joint = JointBelief.of(beliefs);
    int suggested = JointBelief.best(joint);
    return new Sample(
        place,
        suggested,
        joint[label],
        joint[suggested],
        IntStream.range(0, beliefs.size())
            .mapToObj(
                i ->
                    new ModuleBelief(
                        first + i,
                        Beliefs.best(beliefs.get(i)),
                        rounded(beliefs.get(i)[label]),
                        rounded(beliefs.get(i)[suggested])))
            .toList());
  }

  private static double rounded(double belief) {
    return Math.round(belief * DECIMALS) / DECIMALS;
  }
}
