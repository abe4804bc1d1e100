package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.ModelSetting;
import io.github.sid4j.settings.Setting;
import java.util.List;
import java.util.Optional;

/** All settings in the order in which they are shown and written, and the way from name to key. */
public final class SettingTable {
  private static final List<Setting<?>> OF_ALL_METHODS =
      List.of(
          DataSetting.DATASET,
          DataSetting.DATA,
          DataSetting.DOWNLOAD,
          DataSetting.LABEL_COLUMN,
          DataSetting.VALIDATION,
          DataSetting.TEST_FRACTION,
          DataSetting.IMAGE_SIZE,
          PhotoSetting.FIT,
          PhotoSetting.INTERPOLATION,
          PhotoSetting.CROP_SHARE,
          PhotoSetting.BACKGROUND,
          PhotoSetting.GROUP_PATTERN,
          PhotoSetting.FOLDS,
          ShardSetting.SHUFFLE_WINDOW,
          ShardSetting.SKIP_DAMAGED,
          ShardSetting.READERS,
          DataSetting.CLASSES,
          DataSetting.REPLAY,
          DataSetting.LABEL_NOISE,
          DataSetting.LABEL_NOISE_TYPE,
          DataSetting.EXCLUDE,
          TableSetting.DELIMITER,
          TableSetting.DECIMAL,
          TableSetting.MISSING_VALUES,
          TableSetting.BAD_CELLS,
          TableSetting.COLUMNS,
          TableSetting.GROUP_COLUMN,
          TableSetting.TIME_COLUMN,
          TableSetting.HEADER,
          TableSetting.COLUMN_NAMES,
          TableSetting.NUMBERS,
          TableSetting.PIECES,
          TableSetting.RARE_CATEGORIES,
          TableSetting.FIELDS,
          MultimodalSetting.INPUTS,
          TextSetting.TEXT_COLUMNS,
          TextSetting.TOKENIZER,
          TextSetting.TOKENIZER_FILE,
          TextSetting.VOCABULARY,
          TextSetting.MIN_COUNT,
          TextSetting.MAX_TOKENS,
          TextSetting.TOKENS,
          ModelSetting.METHOD,
          ModelSetting.NETWORK,
          ModelSetting.RECIPE,
          ModelSetting.MODULES,
          ModelSetting.TOPOLOGY,
          ModelSetting.STAGES,
          ModelSetting.CUTS,
          ModelSetting.BALANCE,
          ModelSetting.HEAD,
          ModelSetting.HEAD_WIDTH,
          ModelSetting.BELIEF_INPUT,
          ModelSetting.RESIDUAL_BELIEFS,
          ModelSetting.FEATURES,
          ModelSetting.HIDDEN,
          ModelSetting.FEATURE_NORMALIZATION,
          ModelSetting.DEPTH,
          MultimodalSetting.TABLE_NETWORK,
          MultimodalSetting.TEXT_NETWORK,
          MultimodalSetting.IMAGE_NETWORK,
          TextSetting.EMBEDDING,
          TextSetting.EMBEDDINGS,
          TextSetting.DROPOUT,
          TableSetting.FREQUENCIES,
          TableSetting.FREQUENCY_DEVIATION,
          ModelSetting.MODULE_HIDDEN,
          ReshapeSetting.KEEP_MODULES,
          ReshapeSetting.GROWN_MODULES,
          ReshapeSetting.KNOWN_CLASSES,
          ReshapeSetting.BASE,
          ReshapeSetting.FROZEN,
          ReshapeSetting.FREEZE_BATCH_NORM,
          ReshapeSetting.PRETRAINED,
          ReshapeSetting.PRETRAINED_CONFIG,
          ReshapeSetting.PRETRAINED_NAMES,
          ObjectiveSetting.ALPHA,
          ObjectiveSetting.DIVERGENCE,
          ObjectiveSetting.LABEL_SMOOTHING,
          ObjectiveSetting.CLASS_WEIGHTS,
          TeachingSetting.TEACHER,
          TeachingSetting.TEMPORAL_WEIGHT,
          TeachingSetting.TEMPORAL_MOMENTUM,
          TeachingSetting.ELR,
          TeachingSetting.GCE,
          TuneSetting.TUNE,
          TuneSetting.VIEWS,
          TuneSetting.HEAD_EPOCHS,
          TrainingSetting.EXECUTION,
          TrainingSetting.OVERLAP,
          TrainingSetting.RECOMPUTE,
          TrainingSetting.PRECISION,
          TrainingSetting.EPOCHS,
          TrainingSetting.BATCH,
          TrainingSetting.ACCUMULATE,
          TrainingSetting.OPTIMIZER,
          TrainingSetting.LR,
          TrainingSetting.LR_UNIT,
          TrainingSetting.NORM_BIAS_LR_FACTOR,
          TrainingSetting.MOMENTUM,
          TrainingSetting.NESTEROV,
          TrainingSetting.WEIGHT_DECAY,
          TrainingSetting.FIXED_NORM,
          TrainingSetting.REST_OPTIMIZER,
          TrainingSetting.REST_LR,
          TrainingSetting.HEAD_OPTIMIZER,
          TrainingSetting.HEAD_LR,
          TrainingSetting.EXTRACTOR_OPTIMIZER,
          TrainingSetting.EXTRACTOR_LR,
          TrainingSetting.EXTRACTOR_WEIGHT_DECAY,
          TrainingSetting.STAGE_LR_DECAY,
          TrainingSetting.CLIP,
          TrainingSetting.SCHEDULE,
          TrainingSetting.WARMUP,
          TrainingSetting.SCHEDULE_START,
          TrainingSetting.SCHEDULE_PEAK,
          TrainingSetting.SCHEDULE_END,
          TrainingSetting.MILESTONES,
          TrainingSetting.GAMMA,
          TrainingSetting.LOOKAHEAD,
          TrainingSetting.EMA,
          TrainingSetting.AUGMENT,
          TrainingSetting.CROP_PIXELS,
          TrainingSetting.FLIP,
          MultimodalSetting.INPUT_DROPOUT,
          TrainingSetting.TTA,
          TrainingSetting.BEST_BY,
          TrainingSetting.EARLY_STOPPING,
          TrainingSetting.EARLY_STOPPING_DELTA,
          RunSetting.SEED,
          RunSetting.DEVICE,
          RunSetting.THREADS,
          RunSetting.STAGE_THREADS,
          RunSetting.PROCESSES,
          RunSetting.RANK_STAGES,
          RunSetting.MAX_RESTARTS,
          RunSetting.PEER_TIMEOUT,
          RunSetting.OUT,
          RunSetting.RESUME,
          RunSetting.OVERWRITE,
          RunSetting.QUIET,
          RunSetting.CHECKPOINT_STEPS,
          RunSetting.KEEP_CHECKPOINTS,
          RunSetting.TENSORBOARD);

  private SettingTable() {}

  /**
   * Every setting, those of single methods behind the others of their group.
   *
   * @return by group, unmodifiable
   */
  public static List<Setting<?>> all() {
    return MethodCatalog.settings();
  }

  /** The settings that are there whatever methods there are. */
  public static List<Setting<?>> ofAllMethods() {
    return OF_ALL_METHODS;
  }

  /**
   * The setting of a name.
   *
   * @param name for example {@code label-smoothing}
   * @return empty if no setting is called so
   */
  public static Optional<Setting<?>> named(String name) {
    return all().stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** The names of all settings. */
  public static List<String> names() {
    return all().stream().<String>map(Setting::name).toList();
  }
}
