package io.github.sid4j.reshape;

import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.TeachingSetting;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.settings.AlphaSpec;
import io.github.sid4j.settings.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The settings that make what is left of a cascade. */
final class TruncatedSettings {
  private TruncatedSettings() {}

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
    List<Integer> grown = of.get(ReshapeSetting.GROWN_MODULES);
    int first = depth - grown.stream().mapToInt(Integer::intValue).sum();
    List<Integer> left = left(grown, modules - first);
    List<Integer> known = of.get(ReshapeSetting.KNOWN_CLASSES);
    AlphaSpec alpha = first(of.get(ObjectiveSetting.ALPHA).resolve(depth), modules);
    return of.with(
            ReshapeSetting.KEEP_MODULES,
            modules < first ? modules : of.get(ReshapeSetting.KEEP_MODULES))
        .with(ReshapeSetting.GROWN_MODULES, left)
        .with(
            ReshapeSetting.KNOWN_CLASSES, known.subList(0, Math.min(known.size(), left.size() + 1)))
        .with(ReshapeSetting.BASE, Optional.empty())
        .with(ReshapeSetting.FROZEN, "none")
        .with(ReshapeSetting.PRETRAINED, Optional.empty())
        .with(ReshapeSetting.PRETRAINED_CONFIG, Optional.empty())
        .with(ReshapeSetting.PRETRAINED_NAMES, Optional.empty())
        .with(TextSetting.EMBEDDINGS, Optional.empty())
        .with(TuneSetting.TUNE, TuneSetting.TUNE.defaultValue())
        .with(TuneSetting.VIEWS, 0)
        .with(TuneSetting.HEAD_EPOCHS, 0)
        .with(DataSetting.REPLAY, 0.0)
        .with(ObjectiveSetting.ALPHA, alpha)
        .with(TeachingSetting.TEACHER, teacher(of, alpha, modules))
        .with(RunSetting.STAGE_THREADS, List.of())
        .with(RunSetting.OUT, Optional.empty())
        .with(RunSetting.RESUME, false)
        .with(RunSetting.OVERWRITE, false)
        .check();
  }

  /** Where alpha leaves no weight any more there is nothing to hold a module to. */
  private static String teacher(Settings of, AlphaSpec alpha, int modules) {
    boolean alone = Arrays.stream(alpha.resolve(modules)).allMatch(one -> one == 1);
    return alone ? TeachingSetting.TEACHER.defaultValue() : of.get(TeachingSetting.TEACHER);
  }

  /** Of the modules of each growth those that are among the first. */
  private static List<Integer> left(List<Integer> grown, int modules) {
    List<Integer> left = new ArrayList<>();
    int rest = modules;
    for (int i = 0; i < grown.size() && rest > 0; i++) {
      left.add(Math.min(grown.get(i), rest));
      rest -= grown.get(i);
    }
    return left;
  }

  private static AlphaSpec first(double[] weights, int modules) {
    List<Double> left = Arrays.stream(weights).limit(modules).boxed().toList();
    boolean alike = left.stream().distinct().count() == 1;
    return new AlphaSpec(alike ? left.subList(0, 1) : left, false);
  }
}
