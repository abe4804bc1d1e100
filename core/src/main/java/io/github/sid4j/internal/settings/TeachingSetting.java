package io.github.sid4j.internal.settings;

import static io.github.sid4j.internal.settings.NumberType.decimals;
import static io.github.sid4j.settings.Range.atLeast;

import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;

/**
 * What modules are taught by next to the labels. More settings of {@link SettingGroup#OBJECTIVE}.
 * Constants, safe for several threads.
 */
public final class TeachingSetting {
  private static final double LARGEST = 1_000_000;

  public static final Setting<String> TEACHER =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "teacher",
          ChoiceType.of("previous", "static"),
          "previous",
          "What the weight that alpha leaves is for: the belief before, or the uniform one, less of"
              + " it with depth.");

  public static final Setting<Double> TEMPORAL_WEIGHT =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "temporal-weight",
          decimals(atLeast(0).below(1)),
          0.0,
          "Share of the last module's stored belief in the targets, in the last epoch; it grows from"
              + " 0.");

  public static final Setting<Double> TEMPORAL_MOMENTUM =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "temporal-momentum",
          decimals(atLeast(0).below(1)),
          0.7,
          "What a visit of a sample leaves of its stored belief.");

  public static final Setting<Double> ELR =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "elr",
          decimals(atLeast(0).atMost(LARGEST)),
          0.0,
          "Weight of early-learning regularization towards the stored beliefs; its paper has 3 for"
              + " cifar10.");

  public static final Setting<Double> GCE =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "gce",
          decimals(atLeast(0).atMost(1)),
          0.0,
          "Exponent q of the generalized cross entropy, which is the loss if q is above 0; its paper"
              + " has 0.7.");

  private TeachingSetting() {}
}
