package io.github.sid4j.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.cascade.Cascade;
import io.github.sid4j.engine.Tensor;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;

/** What becomes of a cascade that is cut off. */
final class Reshaping {
  private Reshaping() {}

  /** The cascade as the settings leave it. */
  static Cascade of(Settings settings, Cascade full) {
    int keep = settings.get(ModelSetting.KEEP_MODULES);
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
}
