package io.github.sid4j.settings;

/**
 * A setting, with one name: {@code label-smoothing} in a file, {@code --label-smoothing} as a flag,
 * a constant in Java, where each group has a class of its own. {@link #help()} and {@link
 * SettingType#expected()} say what each one means and which values it takes; a setting that is a
 * choice has the chosen word as its value.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param <T> the type of its values
 */
public final class Setting<T> {
  /** A number that the size of the training part decides: {@code auto} as a text. */
  public static final int AUTO = 0;

  private final SettingGroup group;
  private final String name;
  private final SettingType<T> type;
  private final T defaultValue;
  private final String help;
  private final boolean decidesResult;
  private final boolean mayChange;

  private Setting(
      SettingGroup group,
      String name,
      SettingType<T> type,
      T defaultValue,
      String help,
      boolean decidesResult,
      boolean mayChange) {
    this.group = group;
    this.name = name;
    this.type = type;
    this.defaultValue = defaultValue;
    this.help = help;
    this.decidesResult = decidesResult;
    this.mayChange = mayChange;
  }

  /**
   * A setting that must be the same when a run is resumed, as those of a method of one's own are,
   * which {@link MethodFacts.Builder#settings} takes.
   *
   * @param group its heading in the help text
   * @param name lower-case words joined by hyphens; of a method, best beginning with its name
   * @param type its values
   * @param defaultValue where nothing else is said
   * @param help what it is for: one sentence
   * @param <T> the type of its values
   * @return the setting
   */
  public static <T> Setting<T> deciding(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, true, false);
  }

  /**
   * A setting that decides the result and yet may differ when a run is resumed.
   *
   * @param group as above
   * @param name as above
   * @param type as above
   * @param defaultValue as above
   * @param help as above
   * @param <T> as above
   * @return the setting
   */
  public static <T> Setting<T> adjustable(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, true, true);
  }

  /**
   * A setting that does not decide the result, and may differ when a run is resumed.
   *
   * @param group as above
   * @param name as above
   * @param type as above
   * @param defaultValue as above
   * @param help as above
   * @param <T> as above
   * @return the setting
   */
  public static <T> Setting<T> free(
      SettingGroup group, String name, SettingType<T> type, T defaultValue, String help) {
    return new Setting<>(group, name, type, defaultValue, help, false, true);
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

  /** Whether another value can lead to other weights. */
  public boolean decidesResult() {
    return decidesResult;
  }

  /** Whether a run can be resumed with another value. */
  public boolean mayChange() {
    return mayChange;
  }

  @Override
  public String toString() {
    return name;
  }
}
