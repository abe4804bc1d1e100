package io.github.sid4j.internal.model;

import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Settings;

/** Which modules refine the belief before them, by {@link ModelSetting#RESIDUAL_BELIEFS}. */
final class Residuals {
  private Residuals() {}

  /** All but the first, before which there is nothing but the uniform belief. */
  static boolean has(Settings settings, boolean first) {
    return settings.get(ModelSetting.RESIDUAL_BELIEFS) && !first;
  }
}
