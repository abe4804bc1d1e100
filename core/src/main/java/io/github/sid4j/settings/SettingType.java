package io.github.sid4j.settings;

import java.util.List;

/**
 * The values that a setting can have and their text form, which is the same in files and flags.
 *
 * <p>Immutable, and so safe for several threads.
 *
 * @param <T> the Java type of a value
 */
public interface SettingType<T> {
  /**
   * Reads a value; {@code parse(format(value))} equals {@code value} for every value of the type.
   *
   * @param text as given in a file or flag
   * @return the value, within the type's range
   * @throws IllegalArgumentException if the text is not such a value
   */
  T parse(String text);

  /**
   * The text form of a value.
   *
   * @param value of this type
   * @return its one canonical text
   */
  String format(T value);

  /**
   * What a right value looks like, to follow the word "expected".
   *
   * @return for example {@code a number of at least 0 and below 1}
   */
  String expected();

  /**
   * A placeholder for a value in help texts.
   *
   * @return for example {@code NUMBER}
   */
  String placeholder();

  /**
   * The right texts, where there are only a few.
   *
   * @return in a sensible order; empty where the values are not a short list
   */
  default List<String> choices() {
    return List.of();
  }

  /**
   * Whether the text may be several parts joined by commas, which a file may also write as a list.
   *
   * @return false for a single value
   */
  default boolean several() {
    return false;
  }

  /**
   * The text of several parts that a file has as a list.
   *
   * @param entries as they stand in the list
   * @return to be {@linkplain #parse parsed}
   */
  default String join(List<String> entries) {
    return String.join(",", entries);
  }
}
