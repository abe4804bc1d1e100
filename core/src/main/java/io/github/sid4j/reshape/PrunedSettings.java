package io.github.sid4j.reshape;

import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.ObjectiveSetting;
import io.github.sid4j.settings.RunSetting;
import io.github.sid4j.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The settings that make what is left of a cascade. */
final class PrunedSettings {
  private PrunedSettings() {}

  /**
   * Cuts settings off.
   *
   * @param of the longer cascade
   * @param depth its length
   * @param modules that are left
   * @return checked
   * @throws io.github.sid4j.error.InputException if its method trains no modules that can be left
   */
  static Settings of(Settings of, int depth, int modules) {
    return of.with(ModelSetting.KEEP_MODULES, modules)
        .with(ObjectiveSetting.ALPHA, first(of.get(ObjectiveSetting.ALPHA).resolve(depth), modules))
        .with(RunSetting.STAGE_THREADS, List.of())
        .with(RunSetting.OUT, Optional.empty())
        .with(RunSetting.RESUME, false)
        .with(RunSetting.OVERWRITE, false)
        .check();
  }

  private static AlphaSpec first(double[] weights, int modules) {
    List<Double> left = Arrays.stream(weights).limit(modules).boxed().toList();
    boolean alike = left.stream().distinct().count() == 1;
    return new AlphaSpec(alike ? left.subList(0, 1) : left, false);
  }
}
