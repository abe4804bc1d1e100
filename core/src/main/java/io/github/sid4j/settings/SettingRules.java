package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.DataSetting;
import io.github.sid4j.internal.settings.Limits;
import io.github.sid4j.internal.settings.ObjectiveSetting;
import io.github.sid4j.internal.settings.ReshapeSetting;
import io.github.sid4j.internal.settings.RunSetting;
import io.github.sid4j.internal.settings.Shown;
import io.github.sid4j.internal.settings.TableSetting;
import io.github.sid4j.internal.settings.TrainingSetting;
import java.util.List;
import java.util.Set;

/** What has to hold between settings, beyond the range of each. */
final class SettingRules {
  private SettingRules() {}

  static void check(Settings settings) {
    resuming(settings);
    objective(settings);
    ModelRules.check(settings);
    TeachingRules.check(settings);
    execution(settings);
    stageThreads(settings);
    processes(settings);
    extractorOptimizer(settings);
    stageRates(settings);
    accumulation(settings);
    unit(settings);
    schedule(settings);
    folders(settings);
  }

  private static void objective(Settings settings) {
    if (settings.get(ObjectiveSetting.DIVERGENCE).equals("reverse")
        && settings.get(ObjectiveSetting.LABEL_SMOOTHING) == 0) {
      throw InputException.ofSetting(
          "label-smoothing",
          "a number above 0 with divergence reverse",
          "0",
          "set label-smoothing, for example to 0.1, or divergence to forward");
    }
    int modules = ModelRules.modules(settings);
    AlphaSpec alpha = settings.get(ObjectiveSetting.ALPHA);
    if (!alpha.fits(modules)) {
      throw InputException.ofSetting(
          "alpha",
          "one number or one for each of the %s modules".formatted(modules),
          "%s (%s)".formatted(alpha.values().size(), Shown.plain(alpha.toString())),
          "change alpha or modules");
    }
  }

  private static void execution(Settings settings) {
    boolean staged = ModelRules.mayBeStaged(settings);
    String execution = settings.get(TrainingSetting.EXECUTION);
    if (execution.equals(staged ? "batched" : "pipeline")) {
      throw InputException.ofSetting(
          "execution",
          "one for topology " + settings.get(ModelSetting.TOPOLOGY),
          execution,
          staged
              ? "choose pipeline, data-parallel, single-pass, threads or two-phase"
              : "choose another, or topology staged");
    }
  }

  private static void stageThreads(Settings settings) {
    List<Integer> threads = settings.get(RunSetting.STAGE_THREADS);
    String execution = settings.get(TrainingSetting.EXECUTION);
    String shown = Shown.plain(settings.text(RunSetting.STAGE_THREADS));
    if (!threads.isEmpty() && !execution.equals("pipeline")) {
      throw InputException.ofSetting(
          "stage-threads",
          "none with execution " + execution,
          shown,
          "leave it out or set execution to pipeline");
    }
    int keep = settings.get(ReshapeSetting.KEEP_MODULES);
    int stages = keep > 0 ? keep : settings.get(ModelSetting.STAGES);
    // One number stands for every stage.
    long all =
        threads.stream().mapToLong(count -> count).sum() * (threads.size() == 1 ? stages : 1);
    if (all > Limits.THREADS) {
      throw InputException.ofSetting(
          "stage-threads",
          "at most %s threads for all stages together".formatted(Limits.THREADS),
          Long.toString(all),
          "give fewer");
    }
    if (threads.size() > 1 && threads.size() != stages) {
      throw InputException.ofSetting(
          "stage-threads",
          "one number or one for each of the %s stages".formatted(stages),
          "%s (%s)".formatted(threads.size(), shown),
          "change stage-threads or stages");
    }
  }

  private static void processes(Settings settings) {
    int processes = settings.get(RunSetting.PROCESSES);
    int keep = settings.get(ReshapeSetting.KEEP_MODULES);
    int stages = keep > 0 ? keep : settings.get(ModelSetting.STAGES);
    if (processes > 1 && !ModelRules.mayBeStaged(settings)) {
      throw InputException.ofSetting(
          "processes",
          "1 without topology staged",
          Integer.toString(processes),
          "leave it out, or set topology to staged");
    }
    if (processes > Math.max(1, stages)) {
      throw InputException.ofSetting(
          "processes",
          "at most as many as stages, which is " + stages,
          Integer.toString(processes),
          "start fewer or set stages");
    }
  }

  private static void extractorOptimizer(Settings settings) {
    String optimizer = settings.get(TrainingSetting.EXTRACTOR_OPTIMIZER);
    String topology = settings.get(ModelSetting.TOPOLOGY);
    if (optimizer.equals("same")) {
      zero(settings, TrainingSetting.EXTRACTOR_LR);
      zero(settings, TrainingSetting.EXTRACTOR_WEIGHT_DECAY);
    } else if (topology.equals("staged")) {
      throw InputException.ofSetting(
          "extractor-optimizer",
          "same with topology staged, where the modules carry the extractor",
          optimizer,
          "leave it out");
    } else if (settings.get(TrainingSetting.EXTRACTOR_LR) == 0) {
      throw InputException.ofSetting(
          "extractor-lr",
          "a number above 0 with extractor-optimizer " + optimizer,
          "0",
          "set it, for example to " + (optimizer.equals("sgd") ? "0.05" : "0.001"));
    }
  }

  private static void stageRates(Settings settings) {
    if (settings.get(TrainingSetting.STAGE_LR_DECAY) < 1 && !ModelRules.mayBeStaged(settings)) {
      throw InputException.ofSetting(
          "stage-lr-decay",
          "1 without topology staged",
          settings.text(TrainingSetting.STAGE_LR_DECAY),
          "leave it out, or set topology to staged");
    }
  }

  private static void zero(Settings settings, Setting<Double> setting) {
    if (settings.get(setting) > 0) {
      throw InputException.ofSetting(
          setting.name(),
          "0 with extractor-optimizer same",
          settings.text(setting),
          "leave it out or set extractor-optimizer");
    }
  }

  /** Muon leaves what is no matrix to another optimizer, whose rate has the unit. */
  private static void unit(Settings settings) {
    Setting<String> descending =
        settings.get(TrainingSetting.OPTIMIZER).equals("muon")
            ? TrainingSetting.REST_OPTIMIZER
            : TrainingSetting.OPTIMIZER;
    String optimizer = settings.get(descending);
    if (!settings.get(TrainingSetting.LR_UNIT).equals("step") && !optimizer.equals("sgd")) {
      throw InputException.ofSetting(
          "lr-unit",
          "step with %s %s".formatted(descending.name(), optimizer),
          settings.get(TrainingSetting.LR_UNIT),
          "set it to step, or %s to sgd".formatted(descending.name()));
    }
  }

  private static void accumulation(Settings settings) {
    int batch = settings.get(TrainingSetting.BATCH);
    int accumulate = settings.get(TrainingSetting.ACCUMULATE);
    if (batch != Setting.AUTO && batch % accumulate != 0) {
      throw InputException.ofSetting(
          "batch",
          "a multiple of accumulate, which is " + accumulate,
          Integer.toString(batch),
          "change batch or accumulate");
    }
  }

  private static void schedule(Settings settings) {
    int epochs = settings.get(TrainingSetting.EPOCHS);
    if (epochs != Setting.AUTO && settings.get(TrainingSetting.WARMUP) > epochs) {
      throw InputException.ofSetting(
          "warmup",
          "at most epochs, which is " + epochs,
          settings.text(TrainingSetting.WARMUP),
          "shorten the warm-up or train longer");
    }
    boolean rises = settings.get(TrainingSetting.SCHEDULE).equals("triangular");
    if (rises && settings.get(TrainingSetting.WARMUP) > 0) {
      throw InputException.ofSetting(
          "warmup",
          "0 with schedule triangular, which rises by itself",
          settings.text(TrainingSetting.WARMUP),
          "leave it out, or set schedule-peak");
    }
    List<Integer> milestones = settings.get(TrainingSetting.MILESTONES);
    increasing("milestones", "epochs", milestones);
    boolean steps = settings.get(TrainingSetting.SCHEDULE).equals("steps");
    if (steps == milestones.isEmpty()) {
      throw InputException.ofSetting(
          "milestones",
          steps ? "at least one epoch with schedule steps" : "none without schedule steps",
          Shown.text(settings.text(TrainingSetting.MILESTONES)),
          steps ? "give some, for example 10,15" : "leave them out or set schedule to steps");
    }
  }

  /** Refuses a list that is not in order, or has a number twice. */
  static void increasing(String setting, String noun, List<Integer> numbers) {
    for (int i = 1; i < numbers.size(); i++) {
      if (numbers.get(i) <= numbers.get(i - 1)) {
        throw InputException.ofSetting(
            setting,
            noun + " in increasing order",
            "%s after %s".formatted(numbers.get(i), numbers.get(i - 1)),
            "sort them and give each once");
      }
    }
  }

  private static void folders(Settings settings) {
    String dataset = settings.get(DataSetting.DATASET);
    if (Set.of("tiny-imagenet", "folder", "csv", "text").contains(dataset)
        && settings.get(DataSetting.DATA).isEmpty()) {
      throw InputException.ofSetting(
          "data",
          "a path with dataset " + dataset,
          "nothing",
          "set data to where your " + dataset + " is");
    }
    if (!settings.get(TableSetting.COLUMN_NAMES).isEmpty()
        && settings.get(TableSetting.HEADER).equals("first-line")) {
      throw InputException.ofSetting(
          "column-names", "none with header first-line", "some", "set header to none");
    }
  }

  /**
   * Rules of resuming alone: the other settings may come from the run, and are checked with those.
   */
  static Settings resuming(Settings settings) {
    boolean resume = settings.get(RunSetting.RESUME);
    if (resume && settings.get(RunSetting.OUT).isEmpty()) {
      throw InputException.ofSetting(
          "out", "the folder of the run to resume", "nothing", "set out to that folder");
    }
    if (resume && settings.get(RunSetting.OVERWRITE)) {
      throw InputException.ofSetting(
          "overwrite", "false with resume", "true", "choose to resume the run or to replace it");
    }
    return settings;
  }
}
