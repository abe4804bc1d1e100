package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.internal.cascade.LinearModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;

/** Modules that read a belief and a vector of features. */
public final class VectorModules {
  private VectorModules() {}

  /**
   * Makes one.
   *
   * @param settings of which {@code module-hidden} counts; a module is linear without a hidden
   *     layer
   * @param classes N
   * @param features width of the features
   * @param init draws the parameters
   * @return the module
   */
  public static BeliefModule create(
      Settings settings, int classes, int features, Initializer init) {
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    return hidden == 0
        ? new LinearModule(classes, features, init)
        : new MlpModule(classes, features, hidden, init);
  }
}
