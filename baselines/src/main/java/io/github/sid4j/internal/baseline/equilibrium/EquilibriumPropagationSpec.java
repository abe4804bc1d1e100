package io.github.sid4j.internal.baseline.equilibrium;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.SettingTypes;
import io.github.sid4j.settings.Settings;
import java.util.List;

/** What {@link EquilibriumPropagation} is. */
public final class EquilibriumPropagationSpec implements MethodSpec {
  private static final int MOST_STEPS = 100_000;

  public static final Setting<Double> BETA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "ep-beta",
          SettingTypes.decimals(Range.above(0).atMost(1e6)),
          1.0,
          "How strongly equilibrium-propagation draws the output to the label.");

  public static final Setting<Integer> FREE_STEPS =
      Setting.deciding(
          SettingGroup.TRAINING,
          "ep-free-steps",
          SettingTypes.integers(Range.atLeast(1).atMost(MOST_STEPS)),
          100,
          "How often the states of equilibrium-propagation move before they count as at rest.");

  public static final Setting<Integer> CLAMPED_STEPS =
      Setting.deciding(
          SettingGroup.TRAINING,
          "ep-clamped-steps",
          SettingTypes.integers(Range.atLeast(1).atMost(MOST_STEPS)),
          6,
          "How often they move while the output is drawn to the label.");

  private static final String MLP = "mlp";
  private static final String FP32 = "fp32";

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("equilibrium-propagation")
        .summary("an energy-based network, by its free phase and its nudged phase")
        .paper(
            "Equilibrium Propagation: Bridging the Gap between Energy-Based Models and"
                + " Backpropagation",
            "Scellier and Bengio, Frontiers in Computational Neuroscience 2017, arXiv 1602.05179")
        .topologies("whole")
        .settings(BETA, FREE_STEPS, CLAMPED_STEPS)
        .byDefault(ModelSetting.NETWORK, MLP)
        .byDefault(TrainingSetting.PRECISION, FP32)
        .conditions(
            MethodCondition.equal(ModelSetting.NETWORK, MLP),
            // What its weights learn from are small differences of states.
            MethodCondition.equal(TrainingSetting.PRECISION, FP32))
        .build();
  }

  /** The layers of the mlp with its classifier, joined in both directions. */
  @Override
  public Cascade cascade(CascadeParts parts) {
    Settings settings = parts.settings();
    List<Integer> widths =
        List.of(
            parts.numbers(),
            settings.get(ModelSetting.HIDDEN),
            settings.get(ModelSetting.FEATURES),
            parts.classes());
    int steps = settings.get(FREE_STEPS);
    EnergyNetwork network = new EnergyNetwork(widths, steps, parts.init());
    return new Cascade(network, List.of(new StateModule()), parts.classes());
  }

  @Override
  public Method method(MethodParts parts) {
    double beta = parts.settings().get(BETA);
    int steps = parts.settings().get(CLAMPED_STEPS);
    return new EquilibriumPropagation(
        parts.cascade(), parts.objective(), parts.optimizers(), beta, steps);
  }
}
