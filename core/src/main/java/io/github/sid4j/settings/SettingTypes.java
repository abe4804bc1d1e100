package io.github.sid4j.settings;

import io.github.sid4j.internal.settings.BooleanType;
import io.github.sid4j.internal.settings.ChoiceType;
import io.github.sid4j.internal.settings.NumberType;

/** Types of settings for methods of one's own. All methods are safe for several threads. */
public final class SettingTypes {
  private SettingTypes() {}

  /**
   * Whole numbers.
   *
   * @param range that they lie in
   * @return their type
   */
  public static SettingType<Integer> integers(Range range) {
    return NumberType.integers(range);
  }

  /**
   * Decimal numbers.
   *
   * @param range that they lie in
   * @return their type
   */
  public static SettingType<Double> decimals(Range range) {
    return NumberType.decimals(range);
  }

  /** Yes or no: {@code true} and {@code false}, as a flag {@code --name} and {@code --no-name}. */
  public static SettingType<Boolean> yesOrNo() {
    return new BooleanType();
  }

  /**
   * One of a few words.
   *
   * @param words at least one
   * @return their type
   */
  public static SettingType<String> choice(String... words) {
    return ChoiceType.of(words);
  }
}
