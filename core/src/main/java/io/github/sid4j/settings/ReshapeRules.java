package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.Limits;
import io.github.sid4j.internal.settings.MethodCatalog;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.TextSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
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
    tuned(settings);
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
    if (frozen.equals("extractor") && !settings.method().has(MethodTrait.FROZEN_EXTRACTOR)) {
      throw InputException.ofSetting(
          "frozen",
          "none with method " + method,
          frozen,
          "choose method " + String.join(", ", MethodCatalog.with(MethodTrait.FROZEN_EXTRACTOR)));
    }
    if (frozen.equals("extractor") && settings.get(TrainingSetting.OVERLAP) > 1) {
      throw InputException.ofSetting(
          "overlap",
          "1 with frozen extractor, where no loss reaches a stage",
          settings.text(TrainingSetting.OVERLAP),
          LEAVE_OUT);
    }
  }

  private static void pretrained(Settings settings) {
    for (Setting<?> other : List.of(ReshapeSetting.BASE, ReshapeSetting.PRETRAINED)) {
      if (settings.get(TextSetting.EMBEDDINGS).isPresent() && !settings.text(other).isEmpty()) {
        throw InputException.ofSetting(
            "embeddings",
            "none with " + other.name(),
            Shown.plain(settings.text(TextSetting.EMBEDDINGS)),
            "leave out one of the two");
      }
    }
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

  private static void tuned(Settings settings) {
    String tune = settings.get(TuneSetting.TUNE);
    if (!tune.equals("auto") && settings.get(ReshapeSetting.PRETRAINED).isEmpty()) {
      throw InputException.ofSetting(
          "tune", "auto without pretrained", tune, "give pretrained too");
    }
    int views = settings.get(TuneSetting.VIEWS);
    if (views > 0 && !tune.equals("features")) {
      throw InputException.ofSetting(
          "views", "0 with tune " + tune, Integer.toString(views), "set tune to features");
    }
    int headEpochs = settings.get(TuneSetting.HEAD_EPOCHS);
    if (headEpochs > 0 && !ModelRules.mayBeStaged(settings)) {
      throw InputException.ofSetting(
          "head-epochs",
          "0 without topology staged",
          Integer.toString(headEpochs),
          "leave it out, or set topology to staged");
    }
  }
}
