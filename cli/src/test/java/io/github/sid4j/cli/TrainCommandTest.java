package io.github.sid4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class TrainCommandTest {
  @TempDir private Path folder;

  private static Settings settingsOf(String... words) {
    List<String> args = new ArrayList<>(List.of("train"));
    args.addAll(List.of(words));
    List<Settings> seen = new ArrayList<>();
    Captured captured = new Captured(false, false);
    Main.run(
        args.toArray(String[]::new),
        captured.terminal(),
        (settings, listener, stop) -> {
          seen.add(settings);
          return Optional.of(Runs.result());
        },
        (run, moved) -> null);
    assertThat(captured.err()).isEmpty();
    return seen.get(0);
  }

  @Test
  void dataWithoutANameIsRecognizedAndThatIsSaid() throws IOException {
    Files.createDirectories(folder.resolve("cat"));
    Files.writeString(folder.resolve("cat/1.jpg"), "x");
    for (String[] words :
        new String[][] {{"train", folder.toString()}, {"train", "--data", folder.toString()}}) {
      List<Settings> seen = new ArrayList<>();
      Captured captured = new Captured(false, false);
      Main.run(
          words,
          captured.terminal(),
          (settings, listener, stop) -> {
            seen.add(settings);
            return Optional.of(Runs.result());
          },
          (run, moved) -> null);
      assertThat(captured.err()).contains("dataset folder, recognized by what is in " + folder);
      assertThat(seen.get(0).get(DataSetting.DATASET)).isEqualTo("folder");
      assertThat(seen.get(0).get(DataSetting.DATA)).contains(folder);
    }
  }

  @Test
  void aFolderThatIsNotThereIsNotResumedWithoutAWordOfData() {
    Path gone = folder.resolve("typo");
    for (String[] words :
        new String[][] {
          {"train", "--resume", "--out", gone.toString()},
          {"train", "--resume", "--out", gone.toString(), "--quiet"}
        }) {
      Captured captured = new Captured(false, false);
      int code = Main.run(words, captured.terminal(), (s, l, stop) -> null, (run, moved) -> null);
      assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(captured.err())
          .contains("typo: expected the folder of a run to resume, found nothing there");
    }
  }

  static List<Setting<?>> all() {
    return SettingTable.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void everySettingHasAFlagWithItsDefaultAndHelp(Setting<?> setting) {
    CommandSpec spec = CommandSpec.create();
    SettingOptions.addTo(spec);
    OptionSpec option = spec.findOption("--" + setting.name());
    assertThat(option.defaultValue()).isEqualTo(setting.defaultText());
    assertThat(option.description()[0]).startsWith(setting.help());
    assertThat(option.group().heading()).contains(setting.group().title());
    assertThat(spec.argGroups()).hasSize(SettingGroup.values().length);
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void theFlagTakesTheDefaultAsItIsWritten(Setting<T> setting) {
    String word =
        setting.defaultValue() instanceof Boolean on
            ? (on ? "--" : "--no-") + setting.name()
            : "--" + setting.name() + "=" + setting.defaultText();
    assertThat(settingsOf(word).get(setting)).isEqualTo(setting.defaultValue());
  }

  @Test
  void withoutFlagsTheDatasetsOwnDefaultsHold() {
    assertThat(settingsOf()).isEqualTo(Settings.parse(Map.of()));
  }

  @Test
  void flagsWinOverSetsAndSetsOverTheFileAndTheFileOverDefaults() throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, "batch: 1\nlr: 0.1\nepochs: 1\nquiet: true\n");
    Settings settings =
        settingsOf(
            "--epochs=3",
            "--config=" + file,
            "--set=lr=0.2",
            "--no-quiet",
            "--set",
            "epochs=2",
            "--set=lr=0.3");
    assertThat(settings.get(TrainingSetting.BATCH)).isEqualTo(1);
    assertThat(settings.get(TrainingSetting.LR)).isEqualTo(0.3);
    assertThat(settings.get(TrainingSetting.EPOCHS)).isEqualTo(3);
    assertThat(settings.get(RunSetting.QUIET)).isFalse();
    assertThat(settings.get(ModelSetting.MODULES)).isEqualTo(5);
  }

  @Test
  void ofAFlagGivenTwiceTheLastOneWins() {
    assertThat(settingsOf("--lr=1", "--batch=2", "--lr", "2").get(TrainingSetting.LR)).isEqualTo(2);
    assertThat(settingsOf("--quiet", "--no-quiet").get(RunSetting.QUIET)).isFalse();
  }

  @Test
  void aSwitchSaysWhatItSaysWhateverItsDefault() {
    for (boolean wanted : new boolean[] {true, false}) {
      String flag = wanted ? "--belief-input" : "--no-belief-input";
      Settings settings = settingsOf("--network", "mlp", "--topology", "staged", flag);
      assertThat(settings.get(ModelSetting.BELIEF_INPUT)).isEqualTo(wanted);
    }
  }

  @Test
  void switchesAreFlagsThatCanBeTakenBack() {
    assertThat(settingsOf("--overwrite", "--download").get(DataSetting.DOWNLOAD)).isTrue();
    assertThat(settingsOf("--no-overwrite").get(RunSetting.OVERWRITE)).isFalse();
    assertThat(settingsOf("--set", "quiet=true").get(RunSetting.QUIET)).isTrue();
  }

  @Test
  void aWrongLineOfTheFileIsNamed() throws IOException {
    Path file = folder.resolve("run.yaml");
    Files.writeString(file, "lr: 0.1\nbach: 2\n");
    Captured captured = new Captured(false, false);
    String[] args = {"train", "--config", file.toString()};
    assertThat(Main.run(args, captured.terminal(), (s, l, stop) -> null, (run, moved) -> null))
        .isEqualTo(2);
    assertThat(captured.err())
        .isEqualTo(
            "sid: "
                + file
                + " line 2, bach: expected the name of a setting, found 'bach'; use batch\n");
  }
}
