package io.github.sid4j.internal.settings;

import io.github.sid4j.settings.Range;
import io.github.sid4j.settings.Setting;
import io.github.sid4j.settings.SettingType;

/**
 * An integer in a range, or the word {@code auto}, whose value is {@link Setting#AUTO}.
 *
 * @param range of the numbers
 */
public record AutoIntegerType(Range range) implements SettingType<Integer> {
  private static final String WORD = "auto";

  /**
   * Whether a setting's value is left to the size of the data.
   *
   * @param setting any
   * @param value its own
   * @return true for {@code auto}
   */
  public static boolean isAuto(Setting<?> setting, Object value) {
    return setting.type() instanceof AutoIntegerType && value.equals(Setting.AUTO);
  }

  @Override
  public Integer parse(String text) {
    String word = text.strip();
    if (word.equals(WORD)) {
      return Setting.AUTO;
    }
    int value = Integer.parseInt(word);
    if (!range.contains(value)) {
      throw new IllegalArgumentException("out of range: " + text);
    }
    return value;
  }

  @Override
  public String format(Integer value) {
    return value == Setting.AUTO ? WORD : value.toString();
  }

  @Override
  public String expected() {
    return "an integer " + range.words() + ", or auto";
  }

  @Override
  public String placeholder() {
    return "N";
  }
}
