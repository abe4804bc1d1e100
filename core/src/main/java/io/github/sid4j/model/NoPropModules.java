package io.github.sid4j.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.cascade.ClassEmbeddings;
import io.github.sid4j.cascade.DenoisingBlock;
import io.github.sid4j.cascade.DenoisingModule;
import io.github.sid4j.cascade.NoiseSchedule;
import io.github.sid4j.cascade.NoisyExtractor;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.network.Mlp;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cascades that make a label of noise. */
final class NoPropModules {
  /** How much of the label is in what the first module learns from; the authors' number. */
  private static final double LEAST_SIGNAL = 0.1;

  private NoPropModules() {}

  /**
   * Blocks with an extractor each, of which the first reads nearly nothing but noise; see {@link
   * io.github.sid4j.method.NoProp}.
   *
   * @param shape of one example
   * @throws io.github.sid4j.error.InputException if the network cannot read examples of that shape
   */
  static Cascade blocks(Settings settings, int[] shape, int classes, Initializer init) {
    int count = settings.get(ModelSetting.MODULES);
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    long[] sample = Arrays.stream(shape).asLongStream().toArray();
    ClassEmbeddings shared = new ClassEmbeddings(classes, new NoiseSchedule(count), init);
    List<BeliefModule> modules = new ArrayList<>();
    for (int t = 1; t <= count; t++) {
      Networks.Extractor network = Networks.extractor(settings, shape, init);
      Mlp fuse = new Mlp(classes + network.features(), hidden, classes, init);
      modules.add(new DenoisingBlock(network.layer(), fuse, shared, sample, t, init));
    }
    return new Cascade(shared, modules, classes);
  }

  /**
   * Modules over one extractor, of which the first learns from labels of little signal and the last
   * from those without noise, in equal steps; see {@link io.github.sid4j.method.SimplifiedNoProp}.
   *
   * @param shape of one example
   * @throws io.github.sid4j.error.InputException if the network cannot read examples of that shape
   */
  static Cascade simplified(Settings settings, int[] shape, int classes, Initializer init) {
    int count = settings.get(ModelSetting.MODULES);
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    Networks.Extractor network = Networks.extractor(settings, shape, init);
    List<BeliefModule> modules = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double signal = LEAST_SIGNAL + (1 - LEAST_SIGNAL) * i / (count - 1);
      modules.add(new DenoisingModule(classes, network.features(), hidden, signal, init));
    }
    return new Cascade(new NoisyExtractor(network.layer(), classes, init), modules, classes);
  }
}
