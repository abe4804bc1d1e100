package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import java.util.List;
import java.util.Set;

/** What has to hold between method, topology and what belongs to a topology. */
final class ModelRules {
  private static final String STAGED = "staged";
  private static final String WHOLE = "whole";

  private ModelRules() {}

  static void check(Settings settings) {
    String topology = settings.get(ModelSetting.TOPOLOGY);
    MethodRules.check(settings);
    cutting(settings, topology);
    ReshapeRules.check(settings);
    if (settings.get(TrainingSetting.OVERLAP) > 1) {
      overlap(settings, topology);
    } else if (settings.get(TrainingSetting.RECOMPUTE)) {
      throw InputException.ofSetting(
          "recompute",
          "false with overlap 1, where no loss comes from behind",
          "true",
          "leave it out or set overlap to 2 or more");
    }
    if (settings.get(ModelSetting.MODULE_HIDDEN) == 0 && !topology.equals("shared")) {
      throw InputException.ofSetting(
          "module-hidden",
          "at least 1 with topology " + topology,
          "0",
          "leave it out or set topology to shared");
    }
    if (topology.equals(STAGED)
        && !settings.get(ModelSetting.FEATURE_NORMALIZATION).equals("none")) {
      throw InputException.ofSetting(
          "feature-normalization",
          "none with topology staged",
          settings.get(ModelSetting.FEATURE_NORMALIZATION),
          "leave it out or set topology to shared");
    }
    if (!settings.get(ModelSetting.BELIEF_INPUT) && !mayBeStaged(settings)) {
      throw InputException.ofSetting(
          "belief-input",
          "true with topology " + topology,
          "false",
          "leave it out or set topology to staged");
    }
    if (settings.get(ModelSetting.RESIDUAL_BELIEFS)) {
      residual(settings, topology);
    }
  }

  private static void residual(Settings settings, String topology) {
    if (!settings.method().has(MethodTrait.LOSS_OF_EACH_MODULE)) {
      throw InputException.ofSetting(
          "residual-beliefs",
          "false with method " + settings.method().name(),
          "true",
          "leave it out, or set method to sid");
    }
    if (topology.equals(WHOLE) && !mayBeStaged(settings)) {
      throw InputException.ofSetting(
          "residual-beliefs",
          "false with topology whole, where no belief is before",
          "true",
          "leave it out, or set topology to shared or staged");
    }
    if (settings.get(TrainingSetting.EXECUTION).equals("batched")) {
      throw InputException.ofSetting(
          "execution",
          "another than batched with residual-beliefs, whose modules it does not know",
          "batched",
          "leave it out");
    }
  }

  private static void cutting(Settings settings, String topology) {
    String balance = settings.get(ModelSetting.BALANCE);
    boolean staged = mayBeStaged(settings);
    if (!staged && !balance.equals(ModelSetting.BALANCE.defaultValue())) {
      throw InputException.ofSetting(
          "balance",
          ModelSetting.BALANCE.defaultText() + " with topology " + topology,
          balance,
          "leave it out or set topology to staged");
    }
    List<Integer> cuts = settings.get(ModelSetting.CUTS);
    if (cuts.isEmpty()) {
      return;
    }
    String shown = Shown.plain(settings.text(ModelSetting.CUTS));
    if (!staged) {
      throw InputException.ofSetting(
          "cuts",
          "none with topology " + topology,
          shown,
          "leave them out or set topology to staged");
    }
    SettingRules.increasing("cuts", "block numbers", cuts);
    int stages = settings.get(ModelSetting.STAGES);
    if (cuts.size() + 1 != stages) {
      throw InputException.ofSetting(
          "cuts",
          "one less than stages, which is " + stages,
          "%s (%s)".formatted(cuts.size(), shown),
          "change one of the two or leave it out");
    }
  }

  /** A loss that reaches back needs stages before its own, whose graphs are still there. */
  private static void overlap(Settings settings, String topology) {
    MethodFacts method = settings.method();
    int stages = settings.get(ModelSetting.STAGES);
    String found = settings.text(TrainingSetting.OVERLAP);
    if (!mayBeStaged(settings) || !method.has(MethodTrait.OVERLAP)) {
      throw InputException.ofSetting(
          "overlap",
          "1 with method %s and topology %s".formatted(method.name(), topology),
          found,
          "leave it out, or set topology to staged and method to "
              + String.join(" or ", MethodCatalog.with(MethodTrait.OVERLAP)));
    }
    if (settings.get(TrainingSetting.OVERLAP) > stages) {
      throw InputException.ofSetting(
          "overlap", "at most the stages, %s".formatted(stages), found, "choose a smaller one");
    }
    String execution = settings.get(TrainingSetting.EXECUTION);
    if (!execution.equals("single-pass")) {
      throw InputException.ofSetting(
          "execution",
          "single-pass with an overlap above 1",
          execution,
          "leave it out or set overlap to 1");
    }
  }

  /** Whether the network is cut, or will be once it is decided how a pretrained one learns. */
  static boolean mayBeStaged(Settings settings) {
    return settings.get(ModelSetting.TOPOLOGY).equals(STAGED)
        || (!settings.isGiven(ModelSetting.TOPOLOGY)
            && Set.of("features", "stages").contains(settings.get(TuneSetting.TUNE)));
  }

  /** The length of the cascade. */
  static int modules(Settings settings) {
    int keep = settings.get(ReshapeSetting.KEEP_MODULES);
    int grown =
        settings.get(ReshapeSetting.GROWN_MODULES).stream().mapToInt(Integer::intValue).sum();
    return (keep > 0 ? keep : full(settings)) + grown;
  }

  /** The length of the cascade before it was cut. */
  static int full(Settings settings) {
    return switch (settings.get(ModelSetting.TOPOLOGY)) {
      case STAGED -> settings.get(ModelSetting.STAGES);
      case WHOLE -> 1;
      default -> settings.get(ModelSetting.MODULES);
    };
  }
}
