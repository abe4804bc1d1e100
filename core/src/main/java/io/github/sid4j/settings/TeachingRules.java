package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.TeachingSetting;
import java.util.Arrays;
import java.util.List;

/** What has to hold between the settings of {@link TeachingSetting} and others. */
final class TeachingRules {
  private static final List<Setting<?>> TEACHING =
      List.of(
          TeachingSetting.TEACHER,
          TeachingSetting.TEMPORAL_WEIGHT,
          TeachingSetting.ELR,
          TeachingSetting.GCE);

  private TeachingRules() {}

  static void check(Settings settings) {
    method(settings);
    stored(settings);
    teacher(settings);
    gce(settings);
  }

  /** Only where the losses of modules are minimized do these settings change anything. */
  private static void method(Settings settings) {
    if (settings.method().has(MethodTrait.LOSS_OF_EACH_MODULE)) {
      return;
    }
    for (Setting<?> setting : TEACHING) {
      if (!isDefault(settings, setting)) {
        throw InputException.ofSetting(
            setting.name(),
            "%s with method %s".formatted(setting.defaultText(), settings.method().name()),
            settings.text(setting),
            "leave it out, or set method to "
                + String.join(" or ", MethodCatalog.with(MethodTrait.LOSS_OF_EACH_MODULE)));
      }
    }
  }

  private static void stored(Settings settings) {
    boolean temporal = !isDefault(settings, TeachingSetting.TEMPORAL_WEIGHT);
    if (temporal) {
      forward(settings, TeachingSetting.TEMPORAL_WEIGHT);
    }
    boolean stores = temporal || !isDefault(settings, TeachingSetting.ELR);
    if (!stores && !isDefault(settings, TeachingSetting.TEMPORAL_MOMENTUM)) {
      throw InputException.ofSetting(
          TeachingSetting.TEMPORAL_MOMENTUM.name(),
          TeachingSetting.TEMPORAL_MOMENTUM.defaultText() + " where no beliefs are stored",
          settings.text(TeachingSetting.TEMPORAL_MOMENTUM),
          "leave it out, or set temporal-weight or elr");
    }
  }

  private static void teacher(Settings settings) {
    boolean isStatic = settings.get(TeachingSetting.TEACHER).equals("static");
    if (isStatic && Arrays.stream(alphas(settings)).allMatch(alpha -> alpha == 1)) {
      throw InputException.ofSetting(
          "teacher",
          "previous where alpha is 1 and leaves no weight",
          "static",
          "leave it out or lower alpha");
    }
  }

  private static void gce(Settings settings) {
    if (isDefault(settings, TeachingSetting.GCE)) {
      return;
    }
    forward(settings, TeachingSetting.GCE);
    if (Arrays.stream(alphas(settings)).anyMatch(alpha -> alpha != 1)) {
      throw InputException.ofSetting(
          "alpha",
          "1 with gce, which knows the target alone",
          Shown.plain(settings.text(ObjectiveSetting.ALPHA)),
          "set alpha to 1 or leave gce out");
    }
    if (!isDefault(settings, TeachingSetting.TEMPORAL_WEIGHT)) {
      throw InputException.ofSetting(
          "temporal-weight",
          "0 with gce, which knows the target alone",
          settings.text(TeachingSetting.TEMPORAL_WEIGHT),
          "leave one of them out, or set elr in its place");
    }
  }

  private static void forward(Settings settings, Setting<?> setting) {
    if (!settings.get(ObjectiveSetting.DIVERGENCE).equals("forward")) {
      throw InputException.ofSetting(
          setting.name(),
          "%s with divergence reverse".formatted(setting.defaultText()),
          settings.text(setting),
          "leave it out or set divergence to forward");
    }
  }

  private static double[] alphas(Settings settings) {
    return settings.get(ObjectiveSetting.ALPHA).resolve(ModelRules.modules(settings));
  }

  private static boolean isDefault(Settings settings, Setting<?> setting) {
    return settings.text(setting).equals(setting.defaultText());
  }
}
