package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Set;

/** What has to hold between method, shape and what belongs to a shape. */
final class ModelRules {
  private static final String STAGED = "staged";
  private static final String WHOLE = "whole";
  private static final Set<String> LOCAL = Set.of("sid", "dgl");

  private ModelRules() {}

  static void check(Settings settings) {
    String method = settings.get(ModelSetting.METHOD);
    String shape = settings.get(ModelSetting.SHAPE);
    MethodRules.check(settings);
    if (method.equals("dgl")) {
      greedy(settings);
    }
    cutting(settings, shape);
    ReshapeRules.check(settings);
    if (settings.get(TrainingSetting.REACH) > 1) {
      reach(settings, shape, method);
    } else if (settings.get(TrainingSetting.RECOMPUTE)) {
      throw new InputException(
          "recompute",
          "false with reach 1, where no loss comes from behind",
          "true",
          "leave it out or set reach to 2 or more");
    }
    if (!settings.get(ModelSetting.BELIEF_INPUT) && !shape.equals(STAGED)) {
      throw new InputException(
          "belief-input",
          "true with shape " + shape,
          "false",
          "leave it out or set shape to staged");
    }
  }

  private static void cutting(Settings settings, String shape) {
    String balance = settings.get(ModelSetting.BALANCE);
    if (!shape.equals(STAGED) && !balance.equals(ModelSetting.BALANCE.defaultValue())) {
      throw new InputException(
          "balance",
          ModelSetting.BALANCE.defaultText() + " with shape " + shape,
          balance,
          "leave it out or set shape to staged");
    }
    List<Integer> cuts = settings.get(ModelSetting.CUTS);
    if (cuts.isEmpty()) {
      return;
    }
    String shown = Shown.plain(settings.text(ModelSetting.CUTS));
    if (!shape.equals(STAGED)) {
      throw new InputException(
          "cuts", "none with shape " + shape, shown, "leave them out or set shape to staged");
    }
    SettingRules.increasing("cuts", "block numbers", cuts);
    int stages = settings.get(ModelSetting.STAGES);
    if (cuts.size() + 1 != stages) {
      throw new InputException(
          "cuts",
          "one less than stages, which is " + stages,
          "%s (%s)".formatted(cuts.size(), shown),
          "change one of the two or leave it out");
    }
  }

  /** Decoupled greedy learning knows no consistency. */
  private static void greedy(Settings settings) {
    AlphaSpec alpha = settings.get(ObjectiveSetting.ALPHA);
    for (double one : alpha.resolve(modules(settings))) {
      if (one != 1) {
        throw new InputException(
            "alpha",
            "1 with method dgl",
            Shown.plain(alpha.toString()),
            "leave it out or choose method sid");
      }
    }
  }

  /** A loss that reaches back needs stages before its own, whose graphs are still there. */
  private static void reach(Settings settings, String shape, String method) {
    int stages = settings.get(ModelSetting.STAGES);
    String found = settings.text(TrainingSetting.REACH);
    if (!shape.equals(STAGED) || !LOCAL.contains(method)) {
      throw new InputException(
          "reach",
          "1 with method %s and shape %s".formatted(method, shape),
          found,
          "leave it out, or set shape to staged and method to sid or dgl");
    }
    if (settings.get(TrainingSetting.REACH) > stages) {
      throw new InputException(
          "reach", "at most the stages, %s".formatted(stages), found, "choose a smaller one");
    }
    String execution = settings.get(TrainingSetting.EXECUTION);
    if (!execution.equals("single-pass")) {
      throw new InputException(
          "execution", "single-pass with a reach above 1", execution, "leave it out or reach at 1");
    }
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
    return switch (settings.get(ModelSetting.SHAPE)) {
      case STAGED -> settings.get(ModelSetting.STAGES);
      case WHOLE -> 1;
      default -> settings.get(ModelSetting.MODULES);
    };
  }
}
