package io.github.sid4j.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.MultimodalSetting;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.PhotoSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.SettingTable;
import io.github.sid4j.internal.settings.ShardSetting;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TeachingSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {
  static List<Setting<?>> all() {
    return SettingTable.all();
  }

  @Test
  void theTableListsEveryConstantOnceUnderItsOneName() {
    List<String> constants =
        Stream.of(
                DataSetting.class,
                ShardSetting.class,
                PhotoSetting.class,
                TextSetting.class,
                TuneSetting.class,
                TableSetting.class,
                MultimodalSetting.class,
                ModelSetting.class,
                ReshapeSetting.class,
                ObjectiveSetting.class,
                TeachingSetting.class,
                TrainingSetting.class,
                RunSetting.class)
            .flatMap(group -> Arrays.stream(group.getFields()))
            .map(Field::getName)
            .map(name -> name.toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    assertThat(SettingTable.ofAllMethods())
        .extracting(Setting::name)
        .containsExactlyInAnyOrderElementsOf(constants)
        .isNotEmpty();
    assertThat(SettingTable.names()).containsAll(constants).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("all")
  <T> void theDefaultIsAValueOfItsTypeAndHelpIsOneSentence(Setting<T> setting) {
    assertThat(setting.type().parse(setting.defaultText())).isEqualTo(setting.defaultValue());
    assertThat(setting.help()).matches("[A-Z][^\\n]+\\.").hasSizeLessThan(120);
    assertThat(setting.type().expected()).isNotBlank();
    assertThat(setting.type().placeholder()).isNotBlank();
    assertThat(SettingTable.named(setting.name())).containsSame(setting);
  }

  @Test
  void groupsStandTogether() {
    List<SettingGroup> groups = all().stream().map(Setting::group).distinct().toList();
    assertThat(all()).isSortedAccordingTo((a, b) -> a.group().compareTo(b.group()));
    assertThat(groups).containsExactly(SettingGroup.values());
  }

  @Test
  void onlyThesePlayNoPartInTheResult() {
    assertThat(all().stream().filter(s -> !s.decidesResult()).map(Setting::name))
        .containsExactly(
            "data",
            "download",
            "readers",
            "exclude",
            "tokenizer-file",
            "embeddings",
            "base",
            "pretrained",
            "pretrained-config",
            "pretrained-names",
            "processes",
            "rank-stages",
            "max-restarts",
            "peer-timeout",
            "out",
            "resume",
            "overwrite",
            "quiet",
            "checkpoint-steps",
            "keep-checkpoints",
            "tensorboard");
  }
}
