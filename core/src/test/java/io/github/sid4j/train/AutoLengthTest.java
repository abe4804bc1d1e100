package io.github.sid4j.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.run.RunPaths;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.train.DataSource;
import io.github.sid4j.internal.train.RunLength;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoLengthTest {
  @TempDir private Path temp;

  @ParameterizedTest(name = "{0} samples: batch {1}, epochs {2}")
  @CsvSource({
    "1,1,200",
    "8,8,200",
    "9,8,200",
    "15,5,200",
    "23,7,200",
    "108,8,77",
    "191,8,44",
    "432,16,38",
    "1000,32,33",
    "3072,128,42",
    "6400,128,20",
    "50000,128,20"
  })
  void theNumbersFollowTheSizeOfTheTrainingPart(int samples, int batch, int epochs) {
    Settings resolved = AutoLength.resolve(Settings.parse(auto()), samples);
    assertThat(Math.min(samples, resolved.get(TrainingSetting.BATCH))).isEqualTo(batch);
    assertThat(resolved.get(TrainingSetting.EPOCHS)).isEqualTo(epochs);
  }

  private static Map<String, String> auto(String... others) {
    Map<String, String> texts = new HashMap<>(Map.of("batch", "auto", "epochs", "auto"));
    for (int i = 0; i < others.length; i += 2) {
      texts.put(others[i], others[i + 1]);
    }
    return texts;
  }

  @Property(tries = 300)
  void noEpochIsEmptyOrLeavesOutMoreThanATenthOfTenOrMoreSamples(
      @ForAll @IntRange(min = 1, max = 20_000) int samples) {
    int batch = AutoLength.batch(samples, 1);
    assertThat(RunLength.stepsPerEpoch(batch, samples)).isPositive();
    assertThat(RunLength.leftOut(batch, samples) * 10).isLessThanOrEqualTo(Math.max(samples, 30));
  }

  @Test
  void aBatchCanBeCutIntoTheWantedParts() {
    Settings resolved = AutoLength.resolve(Settings.parse(auto("accumulate", "3")), 432);
    assertThat(resolved.get(TrainingSetting.BATCH)).isEqualTo(18);
  }

  @Test
  void whatIsGivenStandsAndTheOtherFollows() {
    Settings batch = AutoLength.resolve(Settings.parse(auto("batch", "64")), 432);
    assertThat(batch.get(TrainingSetting.EPOCHS)).isEqualTo(167);
    Settings epochs = AutoLength.resolve(Settings.parse(auto("epochs", "3")), 432);
    assertThat(epochs.get(TrainingSetting.BATCH)).isEqualTo(16);
    assertThat(epochs.get(TrainingSetting.EPOCHS)).isEqualTo(3);
  }

  @Test
  void aWarmUpThatIsLongerThanTheEpochsFoundIsRefused() {
    assertThatThrownBy(() -> AutoLength.resolve(Settings.parse(auto("warmup", "30")), 50_000))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("warmup: expected at most epochs, which is 20, found 30");
  }

  @ParameterizedTest
  @CsvSource({"folder,0,0", "csv,0,0", "digits,32,20", "mnist,64,20", "cifar10,64,20"})
  void onlyTheUsersOwnDataLeavesThemOpen(String dataset, int batch, int epochs) {
    Settings settings = Settings.parse(Map.of("dataset", dataset, "data", "d"));
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(batch);
    assertThat(settings.get(TrainingSetting.EPOCHS)).isEqualTo(epochs);
    assertThat(AutoLength.open(settings, null)).isEqualTo(settings);
  }

  @Test
  void settingsBuiltInJavaLeaveThemOpenForOwnDataUnlessTheyAreGiven() throws IOException {
    Settings csv = Settings.defaults().with(DataSetting.DATASET, "csv");
    assertThat(AutoLength.open(csv, null).get(TrainingSetting.BATCH)).isEqualTo(Setting.AUTO);
    Settings given = csv.with(TrainingSetting.BATCH, 128);
    assertThat(AutoLength.open(given, null).get(TrainingSetting.BATCH)).isEqualTo(128);
    Settings digits = Settings.defaults();
    assertThat(AutoLength.open(digits, SmallRuns.blobs()).get(TrainingSetting.EPOCHS))
        .isEqualTo(Setting.AUTO);
    assertThat(AutoLength.open(digits, new DataSource(digits).open((file, bytes, total) -> {})))
        .isEqualTo(digits);
  }

  @Test
  void whatWasChosenIsInTheFolderAndInTheStart() throws IOException {
    Map<String, String> texts = new HashMap<>(SmallRuns.rows(temp).toMap());
    texts.remove("batch");
    texts.remove("epochs");
    TrainingStart[] started = new TrainingStart[1];
    Training.of(Settings.parse(texts))
        .dataset(SmallRuns.blobs())
        .listeners(
            new TrainingListener() {
              @Override
              public void started(TrainingContext context, TrainingStart start) {
                started[0] = start;
              }
            })
        .stopWhen(() -> true)
        .run();
    Settings kept = Settings.read(new RunPaths(temp).settings());
    assertThat(kept.get(TrainingSetting.BATCH)).isEqualTo(8);
    assertThat(kept.get(TrainingSetting.EPOCHS)).isEqualTo(100);
    assertThat(started[0].course().chosen()).containsExactly("batch", "epochs");
    assertThat(started[0].course().leftOut()).isEqualTo(81 % 8);
    assertThat(started[0].course().epochs()).isEqualTo(100);
  }
}
