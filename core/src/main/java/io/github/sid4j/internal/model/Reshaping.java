package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.cascade.FrozenModule;
import io.github.sid4j.internal.cascade.WidenedModule;
import io.github.sid4j.internal.network.FrozenLayer;
import io.github.sid4j.internal.network.OutputShape;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.model.CascadeFactory;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Layer;
import io.github.sid4j.network.Stage;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** What becomes of a cascade that is cut off, grows, or is only trained in part. */
final class Reshaping {
  /** What reshapes nothing where it is as it is by default. */
  private static final List<Setting<?>> NEUTRAL =
      List.of(
          ReshapeSetting.KEEP_MODULES,
          ReshapeSetting.GROWN_MODULES,
          ReshapeSetting.KNOWN_CLASSES,
          ReshapeSetting.FROZEN);

  private final Settings settings;
  private final int[] shape;
  private final int classes;
  private final Initializer init;
  private final IntFunction<Heads> heads;
  private final List<Integer> known;
  private final List<Integer> grown;

  private Reshaping(
      Settings settings, int[] shape, int classes, Initializer init, IntFunction<Heads> heads) {
    this.settings = settings;
    this.heads = heads;
    this.shape = shape;
    this.classes = classes;
    this.init = init;
    this.known = settings.get(ReshapeSetting.KNOWN_CLASSES);
    this.grown = settings.get(ReshapeSetting.GROWN_MODULES);
  }

  /**
   * Makes the cascade that the settings leave.
   *
   * @param full makes the cascade before anything became of it, for a number of classes
   * @throws InputException if it is said to know more classes than there are
   */
  static Cascade of(
      Settings settings, int[] shape, int classes, Initializer init, IntFunction<Cascade> full) {
    IntFunction<Heads> heads = count -> Heads.of(settings, shape, count, init);
    return new Reshaping(settings, shape, classes, init, heads).of(full);
  }

  /**
   * The same of an own network.
   *
   * @param factory makes the cascade before anything became of it
   */
  static Cascade ofOwn(
      Settings settings, int[] shape, int classes, Initializer init, CascadeFactory factory) {
    if (NEUTRAL.stream().allMatch(each -> isNeutral(settings, each))) {
      return factory.create(settings, shape, classes, init);
    }
    Settings before = settings;
    for (Setting<?> each : NEUTRAL) {
      before = neutral(before, each);
    }
    Settings full = before;
    IntFunction<Heads> heads = count -> Heads.ofOwn(settings, shape, count, init);
    return new Reshaping(settings, shape, classes, init, heads)
        .of(count -> factory.create(full, shape, count, init));
  }

  private static boolean isNeutral(Settings settings, Setting<?> setting) {
    return settings.get(setting).equals(setting.defaultValue());
  }

  private static <T> Settings neutral(Settings settings, Setting<T> setting) {
    return settings.with(setting, setting.defaultValue());
  }

  private Cascade of(IntFunction<Cascade> full) {
    Cascade kept = kept(full.apply(known(0)));
    List<BeliefModule> modules = new ArrayList<>();
    kept.modules().forEach(module -> modules.add(widened(module, 0)));
    for (int growth = 1; growth <= grown.size(); growth++) {
      for (int i = 0; i < grown.get(growth - 1); i++) {
        modules.add(widened(added(kept, known(growth)), growth));
      }
    }
    String frozen = settings.get(ReshapeSetting.FROZEN);
    if (frozen.equals("extractor")) {
      return FrozenNetwork.of(settings, kept.extractor(), modules, classes);
    }
    Layer extractor = frozen.equals("none") ? kept.extractor() : new FrozenLayer(kept.extractor());
    int untrained = frozen.equals("base") ? modules.size() - grown.get(grown.size() - 1) : 0;
    modules.subList(0, untrained).replaceAll(FrozenModule::new);
    return new Cascade(extractor, modules, classes);
  }

  /** How many classes the base, which is 0, or a growth knows. */
  private int known(int growth) {
    int count = growth < known.size() ? known.get(growth) : classes;
    if (count > classes) {
      throw InputException.ofSetting(
          "known-classes",
          "at most the %s that there are".formatted(classes),
          Integer.toString(count),
          "give the data that the cascade was grown with");
    }
    return count;
  }

  private BeliefModule widened(BeliefModule module, int growth) {
    return known(growth) == classes ? module : new WidenedModule(module, known(growth), classes);
  }

  private Cascade kept(Cascade full) {
    int keep = settings.get(ReshapeSetting.KEEP_MODULES);
    if (keep == 0 || keep == full.depth()) {
      return full;
    }
    full.modules().subList(keep, full.depth()).forEach(Reshaping::free);
    return full.first(keep);
  }

  /** Nobody else has a dropped module's tensors, and native memory is not left to the collector. */
  private static void free(BeliefModule module) {
    module.parameters().tensors().forEach(Tensor::close);
    module.buffers().tensors().forEach(Tensor::close);
  }

  /** A module that reads the last features of a cascade. */
  private BeliefModule added(Cascade kept, int count) {
    Optional<Stage> stage = kept.modules().get(kept.depth() - 1).stage();
    if (stage.isPresent()) {
      // Behind a whole network as its last stage reads it, else as the stages in the middle do.
      boolean whole = kept.depth() == settings.get(ModelSetting.STAGES);
      return heads.apply(count).reader(stage.get(), whole);
    }
    long[] sample = Arrays.stream(shape).asLongStream().toArray();
    int features = Math.toIntExact(OutputShape.of(kept.extractor(), sample)[0]);
    return VectorModules.create(settings, count, features, /* first= */ false, init);
  }
}
