package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Limits;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.Shown;
import java.util.List;

/** Which cascades can be made shorter, grow, or be trained in part. */
final class ReshapeRules {
  private static final String LEAVE_OUT = "leave it out";

  private ReshapeRules() {}

  static void check(Settings settings) {
    kept(settings);
    grown(settings);
    known(settings);
    frozen(settings);
    pretrained(settings);
    if (settings.get(DataSetting.REPLAY) > 0 && settings.get(ReshapeSetting.BASE).isEmpty()) {
      throw InputException.ofSetting(
          "replay", "0 without base", settings.text(DataSetting.REPLAY), LEAVE_OUT);
    }
  }

  /** Whether modules were put behind the cascade. */
  static boolean hasGrown(Settings settings) {
    return !settings.get(ReshapeSetting.GROWN_MODULES).isEmpty();
  }

  private static void kept(Settings settings) {
    int keep = settings.get(ReshapeSetting.KEEP_MODULES);
    if (keep == 0) {
      return;
    }
    String method = settings.get(ModelSetting.METHOD);
    String found = Integer.toString(keep);
    // What was left before it grew may be trained on by others.
    if (!settings.everyModuleAnswers() && !hasGrown(settings)) {
      throw InputException.ofSetting(
          "keep-modules",
          "0 with method " + method + ", whose modules do not each learn to answer",
          found,
          "leave it out, or train by "
              + String.join(", ", MethodCatalog.with(MethodTrait.EVERY_MODULE_ANSWERS)));
    }
    int full = ModelRules.full(settings);
    if (keep > full) {
      throw InputException.ofSetting(
          "keep-modules", "at most the cascade's length, " + full, found, "keep fewer");
    }
  }

  private static void grown(Settings settings) {
    boolean based = settings.get(ReshapeSetting.BASE).isPresent();
    if (!hasGrown(settings)) {
      if (based) {
        throw InputException.ofSetting(
            "base",
            "none without grown-modules",
            Shown.plain(settings.text(ReshapeSetting.BASE)),
            "grow a model that is there");
      }
      return;
    }
    String found = Shown.plain(settings.text(ReshapeSetting.GROWN_MODULES));
    int modules = ModelRules.modules(settings);
    if (modules > Limits.MODULES) {
      throw InputException.ofSetting(
          "grown-modules",
          "at most %s modules with those before them".formatted(Limits.MODULES),
          Integer.toString(modules),
          "grow by fewer");
    }
    String method = settings.get(ModelSetting.METHOD);
    if (!settings.method().has(MethodTrait.TRAINS_GROWN)) {
      throw InputException.ofSetting(
          "grown-modules",
          "none with method " + method,
          found,
          "choose method " + String.join(", ", MethodCatalog.with(MethodTrait.TRAINS_GROWN)));
    }
    if (settings.get(TrainingSetting.OVERLAP) > 1) {
      throw InputException.ofSetting(
          "overlap",
          "1 with grown-modules, which carry no stages",
          settings.text(TrainingSetting.OVERLAP),
          LEAVE_OUT);
    }
  }

  private static void known(Settings settings) {
    List<Integer> known = settings.get(ReshapeSetting.KNOWN_CLASSES);
    if (known.isEmpty()) {
      return;
    }
    int parts = settings.get(ReshapeSetting.GROWN_MODULES).size() + 1;
    String found = Shown.plain(settings.text(ReshapeSetting.KNOWN_CLASSES));
    if (known.size() > parts) {
      throw InputException.ofSetting(
          "known-classes",
          "at most %s, for the cascade and each growth".formatted(parts),
          "%s (%s)".formatted(known.size(), found),
          LEAVE_OUT);
    }
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i) < (i == 0 ? 2 : known.get(i - 1))) {
        throw InputException.ofSetting(
            "known-classes",
            "at least 2, and none less than the one before",
            found,
            "give them as they were learned");
      }
    }
  }

  private static void frozen(Settings settings) {
    String frozen = settings.get(ReshapeSetting.FROZEN);
    String method = settings.get(ModelSetting.METHOD);
    if (frozen.equals("base") && settings.get(ReshapeSetting.BASE).isEmpty()) {
      throw InputException.ofSetting(
          "frozen", "none or extractor without base", frozen, "grow a model that is there");
    }
    boolean extractor = !settings.get(ModelSetting.TOPOLOGY).equals("staged");
    if (frozen.equals("extractor")
        && !(extractor && settings.method().has(MethodTrait.FROZEN_EXTRACTOR))) {
      throw InputException.ofSetting(
          "frozen",
          "none with method %s and topology %s"
              .formatted(method, settings.get(ModelSetting.TOPOLOGY)),
          frozen,
          "choose method "
              + String.join(", ", MethodCatalog.with(MethodTrait.FROZEN_EXTRACTOR))
              + " and a topology with an extractor, shared or whole");
    }
  }

  private static void pretrained(Settings settings) {
    String file = Shown.plain(settings.text(ReshapeSetting.PRETRAINED));
    if (file.isEmpty()) {
      for (Setting<?> behind :
          List.of(ReshapeSetting.PRETRAINED_NAMES, ReshapeSetting.PRETRAINED_CONFIG)) {
        if (!settings.text(behind).isEmpty()) {
          throw InputException.ofSetting(
              behind.name(),
              "none without pretrained",
              Shown.plain(settings.text(behind)),
              "give pretrained too");
        }
      }
      return;
    }
    if (settings.get(ReshapeSetting.BASE).isPresent()) {
      throw InputException.ofSetting(
          "pretrained", "none with base", file, "leave out one of the two");
    }
    String method = settings.get(ModelSetting.METHOD);
    if (!settings.method().has(MethodTrait.PRETRAINED)) {
      throw InputException.ofSetting(
          "pretrained",
          "none with method " + method,
          file,
          "choose method " + String.join(", ", MethodCatalog.with(MethodTrait.PRETRAINED)));
    }
  }
}
