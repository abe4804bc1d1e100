package io.github.sid4j.settings;

import java.util.List;
import java.util.Optional;

/** All settings in the order in which they are shown and written, and the way from name to key. */
public final class SettingTable {
  private static final List<Setting<?>> ALL =
      List.of(
          Setting.DATASET,
          Setting.DATA,
          Setting.DOWNLOAD,
          Setting.LABEL_COLUMN,
          Setting.VALIDATION,
          Setting.TEST_FRACTION,
          Setting.IMAGE_SIZE,
          Setting.METHOD,
          Setting.NETWORK,
          Setting.MODULES,
          Setting.SHAPE,
          Setting.STAGES,
          Setting.FEATURES,
          Setting.HIDDEN,
          Setting.MODULE_HIDDEN,
          Setting.ALPHA,
          Setting.DIVERGENCE,
          Setting.LABEL_SMOOTHING,
          Setting.EXECUTION,
          Setting.PRECISION,
          Setting.EPOCHS,
          Setting.BATCH,
          Setting.OPTIMIZER,
          Setting.LR,
          Setting.MOMENTUM,
          Setting.WEIGHT_DECAY,
          Setting.CLIP,
          Setting.SCHEDULE,
          Setting.WARMUP,
          Setting.MILESTONES,
          Setting.GAMMA,
          Setting.AUGMENT,
          Setting.SEED,
          Setting.THREADS,
          Setting.OUT,
          Setting.RESUME,
          Setting.OVERWRITE,
          Setting.QUIET,
          Setting.CHECKPOINT_STEPS,
          Setting.KEEP_CHECKPOINTS);

  private SettingTable() {}

  /**
   * Every setting.
   *
   * @return by group, unmodifiable
   */
  public static List<Setting<?>> all() {
    return ALL;
  }

  /**
   * The setting of a name.
   *
   * @param name for example {@code label-smoothing}
   * @return empty if no setting is called so
   */
  public static Optional<Setting<?>> named(String name) {
    return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
  }

  /** The names of all settings. */
  static List<String> names() {
    return ALL.stream().<String>map(Setting::name).toList();
  }
}
