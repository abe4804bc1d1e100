package io.github.sid4j.internal.baseline.noprop;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.SettingTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link NoProp} is. */
public final class NoPropSpec implements MethodSpec {
  private static final double HUGE = 1e6;

  public static final Setting<Double> ETA =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "noprop-eta",
          SettingTypes.decimals(Range.above(0).atMost(HUGE)),
          0.1,
          "Weight of the squared errors of noprop's blocks.");

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("noprop")
        .summary("blocks with a network each, which free class embeddings of noise")
        .paper(
            "NoProp: Training Neural Networks without Full Back-propagation or Full"
                + " Forward-propagation",
            "Li, Teh and Pascanu, 2025, arXiv 2503.24322")
        .topologies("shared")
        .settings(ETA)
        .conditions(MethodCondition.atLeast(ModelSetting.MODULE_HIDDEN, 1))
        .build();
  }

  /** Blocks with a network each, of which the first reads nearly nothing but noise. */
  @Override
  public Cascade cascade(CascadeParts parts) {
    int count = parts.settings().get(ModelSetting.MODULES);
    int hidden = parts.settings().get(ModelSetting.MODULE_HIDDEN);
    int classes = parts.classes();
    Initializer init = parts.init();
    long[] sample = Arrays.stream(parts.shape()).asLongStream().toArray();
    ClassEmbeddings shared = new ClassEmbeddings(classes, new NoiseSchedule(count), init);
    List<BeliefModule> modules = new ArrayList<>();
    for (int t = 1; t <= count; t++) {
      WholeNetwork network = parts.network();
      Mlp fuse = new Mlp(classes + network.features(), hidden, classes, init);
      modules.add(new DenoisingBlock(network.layer(), fuse, shared, sample, t, init));
    }
    return new Cascade(shared, modules, classes);
  }

  @Override
  public Method method(MethodParts parts) {
    double eta = parts.settings().get(ETA);
    return new NoProp(parts.cascade(), parts.objective(), parts.optimizers(), eta);
  }
}
