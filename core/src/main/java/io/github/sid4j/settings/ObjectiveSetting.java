package io.github.sid4j.settings;

import static io.github.sid4j.settings.NumberType.decimals;
import static io.github.sid4j.settings.Range.above;
import static io.github.sid4j.settings.Range.atLeast;

/** What is minimised. The settings of {@link SettingGroup#OBJECTIVE}. */
public final class ObjectiveSetting {
  private static final double HUGE = 1e6;

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

  public static final Setting<Double> SIMILARITY =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "similarity",
          decimals(atLeast(0).below(1)),
          0.99,
          "Weight of similarity matching in local-signals; 0 is the prediction loss alone.");

  public static final Setting<Double> HSIC_BETA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "hsic-beta",
          decimals(above(0).atMost(HUGE)),
          500.0,
          "Weight of the label against the input in hsic.");

  public static final Setting<Double> HSIC_SIGMA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "hsic-sigma",
          decimals(above(0).atMost(HUGE)),
          5.0,
          "Width of the Gaussian kernels of hsic, times the root of how many numbers are compared.");

  public static final Setting<Double> NOPROP_ETA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "noprop-eta",
          decimals(above(0).atMost(HUGE)),
          0.1,
          "Weight of the squared errors of noprop's blocks.");

  public static final Setting<Double> EP_BETA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "ep-beta",
          decimals(above(0).atMost(HUGE)),
          1.0,
          "How strongly equilibrium-propagation draws the output to the label.");

  private ObjectiveSetting() {}
}
