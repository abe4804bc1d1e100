package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DefaultOverrides;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.TrainingSetting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @Test
  void defaultsAreThoseOfTheTable() {
    Settings settings = Settings.defaults();
    assertThat(settings.get(TrainingSetting.LR)).isEqualTo(0.001);
    assertThat(settings.get(ModelSetting.MODULES)).isEqualTo(5);
    assertThat(settings.get(RunSetting.OUT)).isEmpty();
    // Without those of other methods.
    assertThat(settings.toMap().keySet())
        .containsExactlyElementsOf(
            SettingTable.ofAllMethods().stream().<String>map(Setting::name).toList());
  }

  @Test
  void anotherValueMakesOtherSettingsAndLeavesTheseAsTheyWere() {
    Settings settings = Settings.defaults();
    Settings changed =
        settings.with(TrainingSetting.EPOCHS, 3).with(RunSetting.OUT, Optional.of(Path.of("r")));
    assertThat(changed.get(TrainingSetting.EPOCHS)).isEqualTo(3);
    assertThat(changed.get(RunSetting.OUT)).contains(Path.of("r"));
    assertThat(settings.get(TrainingSetting.EPOCHS)).isEqualTo(20);
  }

  @Test
  void aValueOutOfRangeIsRefusedFromJavaAsFromText() {
    assertThatThrownBy(() -> Settings.defaults().with(TrainingSetting.LR, Double.NaN))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "lr: expected a number above 0 and at most 1000000, found 'NaN';"
                + " correct it or leave it out for the default 0.001");
    assertThatThrownBy(() -> Settings.defaults().with(ModelSetting.METHOD, "other"))
        .isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lable-smoothing|0.1|lable-smoothing: expected the name of a setting,"
            + " found 'lable-smoothing'; use label-smoothing",
        "colour|red|colour: expected the name of a setting, found 'colour';"
            + " see the list of settings",
        "label-smoothing|1|label-smoothing: expected a number of at least 0 and below 1,"
            + " found '1'; correct it or leave it out for the default 0",
        "epochs|2.5|epochs: expected an integer of at least 1 and at most 1000000, or auto, found"
            + " '2.5';"
            + " correct it or leave it out for the default 20",
        "optimizer|adamm|optimizer: expected one of adam, adamw, sgd, muon, found 'adamm'; use adam",
        "resume|yes|resume: expected true or false, found 'yes';"
            + " correct it or leave it out for the default false",
        "milestones|3,x|milestones: expected epochs of at least 1 and at most 1000000, separated by commas,"
            + " found '3,x'; correct it or leave it out for the default",
        "lr|''|lr: expected a number above 0 and at most 1000000, found nothing;"
            + " correct it or leave it out for the default 0.001",
        "seed|9223372036854775808|seed: expected an integer of at least 0,"
            + " found '9223372036854775808'; correct it or leave it out for the default 1",
      })
  void aWrongTextIsReportedWithWhatIsRight(String name, String text, String line) {
    assertThatThrownBy(() -> Settings.parse(Map.of(name, text)))
        .isInstanceOf(InputException.class)
        .hasMessage(line);
  }

  @Test
  void aHostileTextIsShownShortAndWithoutControlCodes() {
    assertThatThrownBy(() -> Settings.parse(Map.of("lr", "\u001b[2J\n" + "9".repeat(1000) + "x")))
        .isInstanceOf(InputException.class)
        .message()
        .contains("'\\u001b[2J\\u000a999")
        .hasSizeLessThan(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "divergence=reverse|label-smoothing: expected a number above 0 with divergence reverse",
        "alpha=0.9,0.5|alpha: expected one number or one for each of the 5 modules, found 2",
        "extractor-lr=0.1|extractor-lr: expected 0 with extractor-optimizer same, found 0.1",
        "extractor-weight-decay=1|extractor-weight-decay: expected 0 with extractor-optimizer same",
        "extractor-optimizer=sgd|extractor-lr: expected a number above 0 with extractor-optimizer",
        "extractor-optimizer=sgd extractor-lr=0.1 topology=staged|extractor-optimizer: expected same",
        "batch=100 accumulate=3|batch: expected a multiple of accumulate, which is 3, found 100",
        "epochs=2 warmup=2.5|warmup: expected at most epochs, which is 2, found 2.5",
        "schedule=steps milestones=3,3|milestones: expected epochs in increasing order, found 3",
        "schedule=steps|milestones: expected at least one epoch with schedule steps, found nothing",
        "milestones=3|milestones: expected none without schedule steps, found '3'",
        "dataset=csv|data: expected a path with dataset csv, found nothing",
        "dataset=tiny-imagenet|data: expected a path with dataset tiny-imagenet, found nothing",
        "resume=true|out: expected the folder of the run to resume, found nothing",
        "resume=true overwrite=true out=r|overwrite: expected false with resume, found true",
        "execution=pipeline|execution: expected one for topology shared, found pipeline",
        "execution=batched topology=staged|execution: expected one for topology staged, found batched",
        "stage-lr-decay=0.5|stage-lr-decay: expected 1 without topology staged, found 0.5",
        "lr-unit=1024-samples|lr-unit: expected step with optimizer adam, found 1024-samples",
        "optimizer=muon lr-unit=1024-samples|lr-unit: expected step with rest-optimizer adam",
      })
  void valuesThatExcludeEachOtherAreRefused(String pairs, String beginning) {
    List<Assignment> assignments = new ArrayList<>();
    for (String pair : pairs.split(" ", -1)) {
      assignments.add(Assignment.of(pair));
    }
    assertThatThrownBy(() -> Settings.resolve(assignments))
        .hasMessageStartingWith(beginning)
        .isInstanceOfSatisfying(
            InputException.class,
            e -> assertThat(e.setting()).contains(beginning.substring(0, beginning.indexOf(':'))));
  }

  @Test
  void settingsAreEqualByTheirValues() {
    Settings one = Settings.defaults().with(TrainingSetting.EPOCHS, 3);
    Settings other = Settings.defaults().with(TrainingSetting.EPOCHS, 3);
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(Settings.defaults());
  }

  @Test
  void laterAssignmentsWinAndRecipesLoseToAll() {
    assertThat(Settings.parse(Map.of()).get(TrainingSetting.BATCH)).isEqualTo(32);
    assertThat(Settings.parse(Map.of("dataset", "mnist")).get(TrainingSetting.BATCH)).isEqualTo(64);
    assertThat(
            Settings.parse(Map.of("dataset", "mnist", "recipe", "none")).get(TrainingSetting.BATCH))
        .isEqualTo(128);
    Settings settings =
        Settings.resolve(List.of(Assignment.of("batch=128"), Assignment.of("batch", "64")));
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(64);
  }

  @ParameterizedTest
  @CsvSource({
    "digits",
    "mnist",
    "fashion-mnist",
    "cifar10",
    "cifar100",
    "tiny-imagenet",
    "folder",
    "csv"
  })
  void everyRecipeHoldsRightSettings(String dataset) {
    Map<String, String> recipe = DefaultOverrides.of(dataset);
    assertThat(recipe).doesNotContainKey("dataset");
    assertThat(Settings.parse(recipe).toMap()).containsAllEntriesOf(recipe);
  }

  @Test
  void differencesAreOfDecidingSettingsOnly() {
    Settings stored = Settings.defaults();
    Settings asked =
        stored
            .with(TrainingSetting.BATCH, 64)
            .with(ObjectiveSetting.ALPHA, AlphaSpec.parse("0.9..0.3"))
            .with(RunSetting.QUIET, true);
    assertThat(asked.differences(stored))
        .containsExactly("alpha: 0.9..0.3 instead of 0.5", "batch: 64 instead of 128");
    assertThat(stored.with(RunSetting.RESUME, true).differences(stored)).isEmpty();
  }

  @Test
  void aSetWithoutEqualsSignIsReported() {
    assertThatThrownBy(() -> Assignment.of("batch"))
        .hasMessage("setting: expected key=value, found 'batch'; write it like batch=64");
  }
}
