package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.network.PowerNormalized;
import io.github.sid4j.method.CascadeParts;
import io.github.sid4j.method.WholeNetwork;
import io.github.sid4j.model.Cutting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Networks and cascades of the built-in kinds, as the settings name them. */
final class BuiltInParts implements CascadeParts {
  private final Settings settings;
  private final int[] shape;
  private final int classes;
  private final Initializer init;

  BuiltInParts(Settings settings, int[] shape, int classes, Initializer init) {
    this.settings = settings;
    this.shape = shape.clone();
    this.classes = classes;
    this.init = init;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public int[] shape() {
    return shape.clone();
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Initializer init() {
    return init;
  }

  @Override
  public WholeNetwork network() {
    WholeNetwork network = BuiltInNetworks.whole(settings, shape, init);
    return settings.get(ModelSetting.FEATURE_NORMALIZATION).equals("none")
        ? network
        : new WholeNetwork(new PowerNormalized(network.layer()), network.features());
  }

  @Override
  public List<Stage> stages() {
    return Cutting.stages(settings, BuiltInNetworks.backbone(settings, shape, init), shape);
  }

  @Override
  public Cascade usual() {
    return switch (settings.get(ModelSetting.TOPOLOGY)) {
      case "whole" -> whole();
      case "staged" -> staged();
      default -> shared();
    };
  }

  /** The network and a classifier behind it. */
  private Cascade whole() {
    WholeNetwork network = network();
    return new Cascade(
        network.layer(), List.of(new ClassifierModule(classes, network.features(), init)), classes);
  }

  /** All modules read the whole network. */
  private Cascade shared() {
    WholeNetwork network = network();
    return new Cascade(
        network.layer(),
        IntStream.range(0, settings.get(ModelSetting.MODULES))
            .mapToObj(
                i -> VectorModules.create(settings, classes, network.features(), i == 0, init))
            .toList(),
        classes);
  }

  /** The network cut into stages, with nothing before them; of several inputs, one for each. */
  private Cascade staged() {
    if (Networks.resolve(settings, shape).equals(InputNetworks.NAME)) {
      return new InputNetworks(settings, shape, init).cascade(classes);
    }
    List<Stage> stages = stages();
    Heads heads = Heads.of(settings, shape, classes, init);
    List<BeliefModule> modules = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      modules.add(heads.module(stages.get(i), i == 0, i + 1 == stages.size()));
    }
    return new Cascade(Operation.IDENTITY, modules, classes);
  }
}
