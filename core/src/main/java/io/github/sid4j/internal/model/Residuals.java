package io.github.sid4j.internal.model;

import io.github.sid4j.cascade.BeliefModule;
import io.github.sid4j.internal.cascade.MlpModule;
import io.github.sid4j.internal.cascade.ResidualModule;
import io.github.sid4j.internal.network.Mlp;
import io.github.sid4j.network.Initializer;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;

/** Which modules refine the belief before them, by {@link ModelSetting#RESIDUAL_BELIEFS}. */
public final class Residuals {
  private Residuals() {}

  /** All but the first, before which there is nothing but the uniform belief. */
  static boolean has(Settings settings, boolean first) {
    return settings.get(ModelSetting.RESIDUAL_BELIEFS) && !first;
  }

  /**
   * Makes a module that reads an extractor.
   *
   * @param classes N
   * @param features width of what it reads
   * @param first whether it is the first of the cascade
   * @param init draws its parameters
   */
  public static BeliefModule reader(
      Settings settings, int classes, int features, boolean first, Initializer init) {
    int hidden = settings.get(ModelSetting.MODULE_HIDDEN);
    if (!has(settings, first)) {
      return new MlpModule(classes, features, hidden, init);
    }
    Mlp mlp = Mlp.endingInZeros(classes + features, hidden, classes, init);
    return new ResidualModule(new MlpModule(mlp), init);
  }
}
