package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Autograd;
import io.github.sid4j.engine.Device;
import io.github.sid4j.engine.Functional;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.FrozenStageModule;
import io.github.sid4j.internal.cascade.ResidualModule;
import io.github.sid4j.internal.cascade.StageModule;
import io.github.sid4j.internal.network.FrozenLayer;
import io.github.sid4j.internal.network.KnownFeatures;
import io.github.sid4j.internal.network.OutputShape;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Parameters;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network of a cascade that is not trained, and what it makes of photos: the vector that
 * modules read, or the pooled features of all stages, joined. A cascade that is made for it takes
 * these in the place of photos.
 */
public final class FrozenNetwork {
  private final Cascade cascade;

  /**
   * Looks at a cascade.
   *
   * @param cascade made with {@code frozen} extractor and {@code tune} features
   */
  public FrozenNetwork(Cascade cascade) {
    this.cascade = cascade;
  }

  /** The cascade whose extractor, or whose stages, are not trained. */
  static Cascade of(Settings settings, Layer extractor, List<BeliefModule> modules, int classes) {
    FrozenLayer frozen = new FrozenLayer(extractor);
    boolean takesFeatures = settings.get(TuneSetting.TUNE).equals("features");
    List<BeliefModule> left = new ArrayList<>();
    int width = 0;
    for (BeliefModule module : modules) {
      BeliefModule inner = module instanceof ResidualModule residual ? residual.plain() : module;
      if (inner instanceof StageModule staged) {
        BeliefModule fixed = new FrozenStageModule(staged, takesFeatures, width);
        left.add(module instanceof ResidualModule residual ? residual.around(fixed) : fixed);
        width += staged.stage().orElseThrow().width();
      } else if (module.carriesStage()) {
        throw InputException.ofSetting(
            "frozen", "none with stages that have no heads", "extractor", "leave it out");
      } else {
        left.add(module);
      }
    }
    return new Cascade(takesFeatures ? new KnownFeatures(frozen) : frozen, left, classes);
  }

  private List<Stage> stages() {
    return cascade.modules().stream().flatMap(module -> module.stage().stream()).toList();
  }

  /**
   * Where the network is cut, for what identifies its features.
   *
   * @return blocks with which stages begin; empty if the modules share the network
   */
  public List<Integer> depths() {
    return stages().stream().map(Stage::firstBlock).toList();
  }

  /**
   * How many numbers it makes of a photo.
   *
   * @param shape of one photo
   * @return at least 1
   */
  public int width(int... shape) {
    if (stages().isEmpty()) {
      long[] sample = Arrays.stream(shape).asLongStream().toArray();
      return Math.toIntExact(OutputShape.of(cascade.extractor(), sample)[0]);
    }
    return stages().stream().mapToInt(Stage::width).sum();
  }

  /**
   * What it makes of photos.
   *
   * @param photos [B, channels, height, width]
   * @return [B, width]
   */
  public Tensor features(Tensor photos) {
    try (Autograd.Mode off = Autograd.off()) {
      Tensor features = cascade.extractor().forward(photos);
      if (stages().isEmpty()) {
        return features;
      }
      List<Tensor> pooled = new ArrayList<>();
      for (BeliefModule module : cascade.modules()) {
        features = module.advance(features);
        pooled.add(module.stage().orElseThrow().pooling().forward(features));
      }
      return Functional.concatenate(pooled.toArray(Tensor[]::new));
    }
  }

  /** Where it computes. */
  public Device device() {
    return cascade.device();
  }

  /**
   * Its tensors.
   *
   * @return what is not trained of the cascade, by name
   */
  public Map<String, Tensor> tensors() {
    Parameters state = cascade.state();
    Map<String, Tensor> fixed = new LinkedHashMap<>(state.byName());
    fixed.keySet().removeAll(cascade.parameters().byName().keySet());
    return fixed;
  }
}
