package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;

/**
 * What is minimised. The settings of {@link SettingGroup#OBJECTIVE}. Constants, safe for several
 * threads.
 */
public final class ObjectiveSetting {
  public static final Setting<AlphaSpec> ALPHA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "alpha",
          new AlphaType(),
          AlphaSpec.parse("0.5"),
          "Weight of the target: 0.5 for all modules, 0.9,0.5,0.3 by module,"
              + " 0.9..0.3 from first to last.");

  public static final Setting<String> DIVERGENCE =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "divergence",
          ChoiceType.of("forward", "reverse"),
          "forward",
          "Direction of the KL divergence; reverse needs label smoothing.");

  public static final Setting<Double> LABEL_SMOOTHING =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "label-smoothing",
          decimals(atLeast(0).below(1)),
          0.0,
          "Share of the target that is distributed evenly over all classes.");

  public static final Setting<String> CLASS_WEIGHTS =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "class-weights",
          ChoiceType.of("none", "balanced"),
          "none",
          "What samples count in the loss; balanced lets all classes count alike, however many"
              + " samples they have.");

  private ObjectiveSetting() {}
}
