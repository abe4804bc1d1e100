package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.integers;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;

/**
 * How a pretrained network learns. Also settings of {@link SettingGroup#TRAINING}.
 *
 * <p>Constants, safe for several threads.
 */
public final class TuneSetting {
  public static final Setting<String> TUNE =
      Setting.deciding(
          SettingGroup.TRAINING,
          "tune",
          ChoiceType.of("auto", "features", "stages", "all"),
          "auto",
          "How a pretrained network learns: not at all, in stages or as one; auto follows the data.");

  public static final Setting<Integer> VIEWS =
      Setting.deciding(
          SettingGroup.TRAINING,
          "views",
          integers(atLeast(0).atMost(1000)),
          0,
          "Changed views of each training photo whose features are kept with tune features.");

  public static final Setting<Integer> HEAD_EPOCHS =
      Setting.deciding(
          SettingGroup.TRAINING,
          "head-epochs",
          integers(atLeast(0).atMost(Limits.EPOCHS)),
          0,
          "First epochs in which the heads of stages learn alone.");

  private TuneSetting() {}
}
