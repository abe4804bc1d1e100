package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.internal.cascade.LinearBeliefModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.cascade.ResidualModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;

/** Modules that read a belief and a vector of features, as an extractor gives it. */
public final class VectorModules {
  private VectorModules() {}

  /**
   * Makes one.
   *
   * @param settings of which {@code module-hidden} counts, where 0 is a linear module, and {@code
   *     residual-beliefs}
   * @param classes N
   * @param features width of the features
   * @param first whether it is the first of the cascade
   * @param init draws its parameters
   * @return the module
   */
  public static BeliefModule create(
      Settings settings, int classes, int features, boolean first, Initializer init) {
    boolean residual = Residuals.has(settings, first);
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    if (hidden == 0) {
      // It begins with zeros in any case.
      BeliefModule linear = new LinearBeliefModule(classes, features, init);
      return residual ? new ResidualModule(linear, init) : linear;
    }
    if (!residual) {
      return new MlpModule(classes, features, hidden, init);
    }
    Mlp mlp = Mlp.endingInZeros(classes + features, hidden, classes, init);
    return new ResidualModule(new MlpModule(mlp), init);
  }
}
