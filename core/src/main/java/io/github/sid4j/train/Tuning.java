package io.github.sid4j.train;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import io.github.sid4j.internal.settings.TuneSetting;
import io.github.sid4j.model.Networks;
import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.Settings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How a pretrained network learns, and what follows from that for settings that nobody gave.
 *
 * @param settings with {@code tune} as a word other than auto, unless it decides nothing
 * @param lines to show
 */
record Tuning(Settings settings, List<String> lines) {
  /** From so many training photos a class on, what a network learns of them is worth its time. */
  static final int MANY_OF_CLASS = 250;

  /** Weight decay of linear modules on features, times the number of photos. */
  private static final double DECAY_OF_PHOTO = 500;

  /** Highest learning rate of linear modules on features. */
  private static final double RATE = 0.01;

  /** How many photos linear modules see in all, between two numbers of epochs. */
  private static final int ALL_PHOTOS = 20_000;

  private static final int LEAST_EPOCHS = 15;
  private static final int MOST_EPOCHS = 40;

  private static final String FEATURES = "features";
  private static final String STAGES = "stages";
  private static final String ALL = "all";
  private static final String STAGED = "staged";

  /** Who gives one of these has decided how the network learns. */
  private static final List<Setting<?>> DECIDING =
      List.of(
          ModelSetting.METHOD,
          ModelSetting.TOPOLOGY,
          ModelSetting.STAGES,
          ModelSetting.CUTS,
          ReshapeSetting.FROZEN,
          ReshapeSetting.FREEZE_BATCH_NORM,
          TrainingSetting.OVERLAP);

  /** Settings that stay as they are. */
  static Tuning none(Settings settings) {
    return new Tuning(settings, List.of());
  }

  /**
   * Decides.
   *
   * @param settings of a run that begins
   * @param photoNetwork whether the pretrained weights are those of a network for photos
   * @param shape of one example
   * @param samples of the training part
   * @param classes N
   * @throws InputException if settings were given that exclude what they ask for
   */
  static Tuning of(Settings settings, boolean photoNetwork, int[] shape, int samples, int classes) {
    String wanted = settings.get(TuneSetting.TUNE);
    boolean auto = wanted.equals("auto");
    boolean decided = DECIDING.stream().anyMatch(settings::isGiven);
    if (auto && (!photoNetwork || decided)) {
      return none(settings);
    }
    int ofClass = samples / classes;
    String chosen = auto ? (ofClass < MANY_OF_CLASS ? FEATURES : STAGES) : wanted;
    List<String> lines = new ArrayList<>();
    lines.add(
        "  tune %s%s"
            .formatted(
                chosen,
                auto
                    ? ", since there are %s training photos a class, %s %s"
                        .formatted(
                            ofClass, chosen.equals(FEATURES) ? "below" : "at least", MANY_OF_CLASS)
                    : ""));
    Settings tuned = settings.with(TuneSetting.TUNE, chosen);
    return new Tuning(
        switch (chosen) {
          case FEATURES -> features(tuned, samples, shape);
          case STAGES -> stages(tuned);
          case ALL -> all(tuned);
          default -> throw new IllegalStateException(chosen);
        },
        lines);
  }

  private static Settings features(Settings settings, int samples, int... shape) {
    if (shape.length != 3) {
      throw InputException.ofSetting(
          "tune", "stages or all for samples that are no images", FEATURES, "choose one of these");
    }
    Settings tuned = or(settings, ReshapeSetting.FROZEN, "extractor");
    needs(tuned, ReshapeSetting.FROZEN, Set.of("extractor"));
    if (settings.isGiven(ModelSetting.STAGES) || settings.isGiven(ModelSetting.CUTS)) {
      tuned = or(tuned, ModelSetting.TOPOLOGY, STAGED);
    }
    if (tuned.get(ModelSetting.TOPOLOGY).equals(STAGED)) {
      if (Networks.resolve(tuned, shape).equals("mlp")) {
        throw InputException.ofSetting(
            "topology", "shared with tune features and network mlp", STAGED, "leave it out");
      }
      // Others read what a stage gives before it is pooled.
      tuned = or(tuned, ModelSetting.HEAD, "mlp");
      needs(tuned, ModelSetting.HEAD, Set.of("mlp"));
    }
    tuned = modules(or(tuned, ModelSetting.MODULES, 3), samples);
    boolean views = settings.get(TuneSetting.VIEWS) > 0;
    tuned = or(tuned, TrainingSetting.AUGMENT, views ? "photo" : "none");
    if (!views) {
      needs(tuned, TrainingSetting.AUGMENT, Set.of("none", "auto"));
    }
    return tuned.get(TrainingSetting.PRECISION).equals("auto")
        ? tuned.with(TrainingSetting.PRECISION, "fp32")
        : tuned;
  }

  /** Vectors of a network that saw a million photos are learned by little, and a strong decay. */
  private static Settings modules(Settings settings, int samples) {
    if (settings.isGiven(TrainingSetting.OPTIMIZER)) {
      return settings;
    }
    boolean linear =
        settings.get(ModelSetting.METHOD).equals("sid")
            && settings.get(ModelSetting.TOPOLOGY).equals("shared");
    if (linear && !settings.isGiven(ModelSetting.MODULE_HIDDEN)) {
      Settings tuned = settings.with(ModelSetting.MODULE_HIDDEN, 0);
      tuned = or(tuned, ModelSetting.FEATURE_NORMALIZATION, "power");
      tuned = tuned.with(TrainingSetting.OPTIMIZER, "sgd");
      tuned = or(tuned, TrainingSetting.SCHEDULE, "cosine");
      // The validation part of few photos is too small to choose by, and nothing is memorized.
      tuned = or(tuned, TrainingSetting.BEST_BY, "last");
      // As a share of one photo in the loss the decay is the same for any number of photos.
      double decay = DECAY_OF_PHOTO / samples;
      tuned = or(tuned, TrainingSetting.WEIGHT_DECAY, rounded(decay));
      // The product of rate and decay stays small: a step forgets at most a hundredth.
      tuned = or(tuned, TrainingSetting.LR, rounded(Math.min(RATE, RATE / decay)));
      int epochs = Math.max(LEAST_EPOCHS, Math.min(MOST_EPOCHS, ALL_PHOTOS / samples));
      return or(tuned, TrainingSetting.EPOCHS, epochs);
    }
    Settings tuned = settings.with(TrainingSetting.OPTIMIZER, "adamw");
    return or(tuned, TrainingSetting.WEIGHT_DECAY, 0.5);
  }

  private static Settings stages(Settings settings) {
    Settings tuned = or(settings, ModelSetting.TOPOLOGY, STAGED);
    needs(tuned, ModelSetting.TOPOLOGY, Set.of(STAGED));
    needs(tuned, ReshapeSetting.FROZEN, Set.of("none"));
    tuned = or(tuned, ReshapeSetting.FREEZE_BATCH_NORM, true);
    tuned = or(tuned, ModelSetting.BALANCE, "activations");
    tuned = or(tuned, TrainingSetting.STAGE_LR_DECAY, 0.5);
    tuned = or(tuned, TrainingSetting.LR, 3e-4);
    return or(tuned, TuneSetting.HEAD_EPOCHS, 1);
  }

  private static Settings all(Settings settings) {
    Settings tuned = or(settings, ModelSetting.METHOD, "backprop");
    tuned = or(tuned, ModelSetting.TOPOLOGY, "whole");
    needs(tuned, ModelSetting.TOPOLOGY, Set.of("whole"));
    needs(tuned, ReshapeSetting.FROZEN, Set.of("none"));
    tuned = or(tuned, TrainingSetting.LR, 3e-4);
    return or(tuned, ReshapeSetting.FREEZE_BATCH_NORM, true);
  }

  private static double rounded(double number) {
    return new BigDecimal(number).round(new MathContext(3)).doubleValue();
  }

  private static <T> Settings or(Settings settings, Setting<T> setting, T value) {
    return settings.isGiven(setting) ? settings : settings.with(setting, value);
  }

  private static void needs(Settings settings, Setting<String> setting, Set<String> words) {
    String found = settings.get(setting);
    if (!words.contains(found)) {
      throw InputException.ofSetting(
          setting.name(),
          "%s with tune %s".formatted(String.join(" or ", words), settings.get(TuneSetting.TUNE)),
          found,
          "leave it out, or choose another tune");
    }
  }
}
