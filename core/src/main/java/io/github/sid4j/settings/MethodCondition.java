package io.github.sid4j.settings;

import io.github.sid4j.error.InputException;
import io.github.sid4j.internal.settings.Shown;
import java.util.function.Predicate;

/**
 * What a setting has to be with a method, where not all of its values make sense.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param setting that is held to it
 * @param holds whether settings fulfil it
 * @param expected what the setting has to be, to stand before "with method ..."
 * @param remedy what the user can do
 */
public record MethodCondition(
    Setting<?> setting, Predicate<Settings> holds, String expected, String remedy) {
  private static final String LEAVE_OUT = "leave it out";

  /**
   * One value alone.
   *
   * @param setting that must have it
   * @param value that it must have
   * @param <T> its type
   * @return the condition
   */
  public static <T> MethodCondition equal(Setting<T> setting, T value) {
    return new MethodCondition(
        setting,
        settings -> settings.get(setting).equals(value),
        setting.type().format(value),
        LEAVE_OUT);
  }

  /**
   * The default of the setting alone.
   *
   * @param setting that must have it
   * @param <T> its type
   * @return the condition
   */
  public static <T> MethodCondition unchanged(Setting<T> setting) {
    return equal(setting, setting.defaultValue());
  }

  /**
   * A number that is large enough.
   *
   * @param setting that must be so
   * @param least the smallest value
   * @return the condition
   */
  public static MethodCondition atLeast(Setting<Integer> setting, int least) {
    return new MethodCondition(
        setting, settings -> settings.get(setting) >= least, "at least " + least, "choose more");
  }

  /**
   * The same in other words.
   *
   * @param words what is expected, to stand before "with method ..."
   * @return the condition
   */
  public MethodCondition expecting(String words) {
    return new MethodCondition(setting, holds, words, remedy);
  }

  /**
   * The same with another remedy.
   *
   * @param words what the user can do
   * @return the condition
   */
  public MethodCondition remedy(String words) {
    return new MethodCondition(setting, holds, expected, words);
  }

  void check(Settings settings, String method) {
    if (!holds.test(settings)) {
      throw InputException.ofSetting(
          setting.name(),
          expected + " with method " + method,
          Shown.plain(settings.text(setting)),
          remedy);
    }
  }
}
