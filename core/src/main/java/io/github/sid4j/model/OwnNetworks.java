package io.github.sid4j.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.internal.cascade.ClassifierModule;
import io.github.sid4j.internal.model.Heads;
import io.github.sid4j.internal.model.VectorModules;
import io.github.sid4j.internal.network.PowerNormalized;
import io.github.sid4j.network.Backbone;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Operation;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cascades of own networks, in the topology that the settings name. */
final class OwnNetworks {
  private OwnNetworks() {}

  /** Of a network that is one layer; it cannot be cut. */
  static CascadeFactory of(ExtractorFactory network, int features) {
    return (settings, shape, classes, init) -> {
      Layer extractor = network.create(shape, init);
      return uncut(settings, extractor, features, classes, init);
    };
  }

  /** Of a network that may be cut between any two blocks. */
  static CascadeFactory of(BackboneFactory network) {
    return (settings, shape, classes, init) -> {
      Backbone backbone = network.create(shape, init);
      return settings.get(ModelSetting.TOPOLOGY).equals("staged")
          ? staged(settings, backbone, shape, classes, init)
          : uncut(settings, backbone.whole(), backbone.features(), classes, init);
    };
  }

  private static Cascade uncut(
      Settings settings, Layer network, int features, int classes, Initializer init) {
    boolean plain = settings.get(ModelSetting.FEATURE_NORMALIZATION).equals("none");
    Layer extractor = plain ? network : new PowerNormalized(network);
    if (settings.get(ModelSetting.TOPOLOGY).equals("whole")) {
      return new Cascade(
          extractor, List.of(new ClassifierModule(classes, features, init)), classes);
    }
    return new Cascade(
        extractor,
        IntStream.range(0, settings.get(ModelSetting.MODULES))
            .mapToObj(i -> VectorModules.create(settings, classes, features, i == 0, init))
            .toList(),
        classes);
  }

  private static Cascade staged(
      Settings settings, Backbone backbone, int[] shape, int classes, Initializer init) {
    List<Stage> stages = Cutting.stages(settings, backbone, shape);
    Heads heads = Heads.ofOwn(settings, shape, classes, init);
    List<BeliefModule> modules = new ArrayList<>();
    for (Stage stage : stages) {
      boolean first = modules.isEmpty();
      boolean last = modules.size() + 1 == stages.size();
      modules.add(heads.module(stage, first, last));
    }
    return new Cascade(Operation.IDENTITY, modules, classes);
  }
}
