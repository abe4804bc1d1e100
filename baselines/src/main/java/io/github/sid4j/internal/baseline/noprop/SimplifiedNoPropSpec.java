package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import java.util.ArrayList;
import java.util.List;

/** What {@link SimplifiedNoProp} is. */
public final class SimplifiedNoPropSpec implements MethodSpec {
  /** How much of the label is in what the first module learns from; the authors' number. */
  private static final double LEAST_SIGNAL = 0.1;

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("noprop-simplified")
        .summary("modules over one network, which free labels of noise")
        .paper(
            "Learning without Global Backpropagation via Synergistic Information Distillation",
            "Ye and Tang, 2025, arXiv 2510.03273")
        .topologies("shared")
        // The last module reads the label as it is: alone it would learn nothing.
        .conditions(
            MethodCondition.atLeast(ModelSetting.MODULES, 2),
            MethodCondition.atLeast(ModelSetting.MODULE_HIDDEN, 1))
        .build();
  }

  /**
   * Modules over one extractor, of which the first learns from labels of little signal and the last
   * from those without noise, in equal steps.
   */
  @Override
  public Cascade cascade(CascadeParts parts) {
    int count = parts.settings().get(ModelSetting.MODULES);
    int hidden = parts.settings().get(ModelSetting.MODULE_HIDDEN);
    int classes = parts.classes();
    WholeNetwork network = parts.network();
    List<BeliefModule> modules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double signal = LEAST_SIGNAL + (1 - LEAST_SIGNAL) * i / (count - 1);
      modules.add(new DenoisingModule(classes, network.features(), hidden, signal, parts.init()));
    }
    return new Cascade(
        new NoisyExtractor(network.layer(), classes, parts.init()), modules, classes);
  }

  @Override
  public Method method(MethodParts parts) {
    return new SimplifiedNoProp(parts.cascade(), parts.objective(), parts.optimizers());
  }
}
