package io.github.sid4j.cli;

import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.Method;
import io.github.sid4j.method.MethodParts;
import io.github.sid4j.method.MethodSpec;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.settings.MethodCondition;
import io.github.sid4j.settings.MethodFacts;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingGroup;
import io.github.sid4j.settings.SettingTypes;
import java.util.List;

/** The spec of a method of a user's own, with a cascade of its own. */
public final class SquaredErrorSpec implements MethodSpec {
  static final Setting<Double> WEIGHT =
      Setting.deciding(
          SettingGroup.OBJECTIVE,
          "own-weight",
          SettingTypes.decimals(Range.above(0).atMost(10)),
          1.0,
          "Weight of the squared error.");

  @Override
  public MethodFacts facts() {
    return MethodFacts.named("own")
        .summary("the whole cascade by the squared error of its last belief")
        .settings(WEIGHT)
        .topologies("shared")
        .byDefault(ModelSetting.MODULES, 3)
        .byDefault(ModelSetting.NETWORK, "mlp")
        .conditions(MethodCondition.atLeast(ModelSetting.MODULES, 2))
        .build();
  }

  /** The first module is narrower than the others. */
  @Override
  public Cascade cascade(CascadeParts parts) {
    WholeNetwork network = parts.network();
    int classes = parts.classes();
    return new Cascade(
        network.layer(),
        List.of(
            new MlpModule(classes, network.features(), 7, parts.init()),
            new MlpModule(classes, network.features(), 20, parts.init()),
            new MlpModule(classes, network.features(), 20, parts.init())),
        classes);
  }

  @Override
  public Method method(MethodParts parts) {
    return new SquaredError(parts);
  }
}
