package io.github.sid4j.settings;

/**
 * A setting, with one name: {@code label-smoothing} in a file, {@code --label-smoothing} as a flag,
 * {@link ObjectiveSetting#LABEL_SMOOTHING} in Java, where each group has a class of its own and
 * {@link SettingTable} has them all. What each one means and which values it takes is told by
 * {@link #help()} and {@link SettingType#expected()}; a setting that is a choice has the chosen
 * word as its value.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
  private final SettingGroup group;
  private final String name;
  private final SettingType<T> type;
  private final T defaultValue;
  private final String help;
  private final boolean decidesResult;

  private Setting(
      SettingGroup group,
      String name,
      SettingType<T> type,
      T defaultValue,
      String help,
      boolean decidesResult) {
    this.group = group;
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.help = help;
    this.decidesResult = decidesResult;
  }

  /** A setting that must be the same when a run goes on. */
  static <T> Setting<T> deciding(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, true);
  }

  /** A setting that may differ when a run goes on. */
  static <T> Setting<T> free(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, false);
  }

  /** Its heading in the help text. */
  public SettingGroup group() {
    return group;
  }

  /** Its one name: lower-case words joined by hyphens. */
  public String name() {
    return name;
  }

  /** Its values and their text form. */
  public SettingType<T> type() {
    return type;
  }

  /** Its value where nothing else is said. */
  public T defaultValue() {
    return defaultValue;
  }

  /** The text form of its default. */
  public String defaultText() {
    return type.format(defaultValue);
  }

  /** What it is for: one sentence. */
  public String help() {
    return help;
  }

  /** Whether another value can lead to other weights; only such settings must agree on resuming. */
  public boolean decidesResult() {
    return decidesResult;
  }

  @Override
  public String toString() {
    return name;
  }
}
