package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import java.util.List;
import java.util.Set;

/** What has to hold between settings, beyond the range of each. */
final class SettingRules {
  private SettingRules() {}

  static void check(Settings settings) {
    objective(settings);
    execution(settings);
    schedule(settings);
    folders(settings);
  }

  private static void objective(Settings settings) {
    if (settings.get(Setting.DIVERGENCE).equals("reverse")
        && settings.get(Setting.LABEL_SMOOTHING) == 0) {
      throw new InputException(
          "label-smoothing",
          "a number above 0 with divergence reverse",
          "0",
          "set label-smoothing, for example to 0.1, or divergence to forward");
    }
    boolean staged = settings.get(Setting.SHAPE).equals("staged");
    int modules = settings.get(staged ? Setting.STAGES : Setting.MODULES);
    AlphaSpec alpha = settings.get(Setting.ALPHA);
    if (!alpha.fits(modules)) {
      throw new InputException(
          "alpha",
          "one number or one for each of the %d modules".formatted(modules),
          "%d (%s)".formatted(alpha.values().size(), Shown.plain(alpha.toString())),
          "change alpha or modules");
    }
  }

  private static void execution(Settings settings) {
    boolean staged = settings.get(Setting.SHAPE).equals("staged");
    String execution = settings.get(Setting.EXECUTION);
    if (execution.equals(staged ? "batched" : "pipeline")) {
      throw new InputException(
          "execution",
          "one for shape " + settings.get(Setting.SHAPE),
          execution,
          staged
              ? "choose pipeline, single-pass, threads or two-phase"
              : "choose another, or shape staged");
    }
  }

  private static void schedule(Settings settings) {
    int epochs = settings.get(Setting.EPOCHS);
    if (settings.get(Setting.WARMUP) > epochs) {
      throw new InputException(
          "warmup",
          "at most epochs, which is " + epochs,
          settings.text(Setting.WARMUP),
          "shorten the warm-up or train longer");
    }
    List<Integer> milestones = settings.get(Setting.MILESTONES);
    for (int i = 1; i < milestones.size(); i++) {
      if (milestones.get(i) <= milestones.get(i - 1)) {
        throw new InputException(
            "milestones",
            "epochs in increasing order",
            "%d after %d".formatted(milestones.get(i), milestones.get(i - 1)),
            "sort them and give each once");
      }
    }
    boolean steps = settings.get(Setting.SCHEDULE).equals("steps");
    if (steps == milestones.isEmpty()) {
      throw new InputException(
          "milestones",
          steps ? "at least one epoch with schedule steps" : "none without schedule steps",
          Shown.text(settings.text(Setting.MILESTONES)),
          steps ? "give some, for example 10,15" : "leave them out or set schedule to steps");
    }
  }

  private static void folders(Settings settings) {
    String dataset = settings.get(Setting.DATASET);
    if (Set.of("tiny-imagenet", "folder", "csv").contains(dataset)
        && settings.get(Setting.DATA).isEmpty()) {
      throw new InputException(
          "data",
          "a path with dataset " + dataset,
          "nothing",
          "set data to where your " + dataset + " is");
    }
    boolean resume = settings.get(Setting.RESUME);
    if (resume && settings.get(Setting.OUT).isEmpty()) {
      throw new InputException(
          "out", "the folder of the run to resume", "nothing", "set out to that folder");
    }
    if (resume && settings.get(Setting.OVERWRITE)) {
      throw new InputException(
          "overwrite", "false with resume", "true", "choose to go on with the run or replace it");
    }
  }
}
