package io.github.sid4j.method;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.EnergyNetwork;
import io.github.sid4j.cascade.StateModule;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ObjectiveSetting;
import io.github.sid4j.settings.Settings;
import io.github.sid4j.settings.TrainingSetting;
import java.util.List;

/** What {@link EquilibriumPropagation} is. */
public final class EquilibriumPropagationSpec implements MethodSpec {
  private static final String MLP = "mlp";
  private static final String FP32 = "fp32";

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("equilibrium-propagation")
        .summary("a network that comes to rest, by its free phase and its nudged phase")
        .paper(
            "Equilibrium Propagation: Bridging the Gap between Energy-Based Models and"
                + " Backpropagation",
            "Scellier and Bengio, Frontiers in Computational Neuroscience 2017, arXiv 1602.05179")
        .topologies("whole")
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
    int steps = settings.get(TrainingSetting.EP_FREE_STEPS);
    EnergyNetwork network = new EnergyNetwork(widths, steps, parts.init());
    return new Cascade(network, List.of(new StateModule()), parts.classes());
  }

  @Override
  public Method method(MethodParts parts) {
    double beta = parts.settings().get(ObjectiveSetting.EP_BETA);
    int steps = parts.settings().get(TrainingSetting.EP_CLAMPED_STEPS);
    return new EquilibriumPropagation(
        parts.cascade(), parts.objective(), parts.optimizers(), beta, steps);
  }
}
