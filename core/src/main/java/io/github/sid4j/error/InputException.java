package io.github.sid4j.error;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The user's input cannot be used: a setting, a file, data or a model. Its message is one line that
 * is fit to be shown as it is, made of four parts: where, what was expected, what was found, and
 * what to do. What stems from a setting carries the setting's key.
 *
 * <p>Safe for several threads.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The parts of a message. A place may name an inner one, and what was found may say anything. */
  private static final Pattern LINE =
      Pattern.compile("(.*?): expected (.*?), found (.*); (.*?)", Pattern.DOTALL);

  private final String where;
  private final String expected;
  private final String found;
  private final String remedy;
  private final @Nullable String setting;

  /**
   * Makes the one line from its parts.
   *
   * @param where the file and place in it, or whatever else is at fault, for example {@code
   *     data/train.csv line 7}
   * @param expected what would have been right, for example {@code 65 columns}
   * @param found what was there, for example {@code 64}
   * @param remedy what the user can do, as an imperative without a full stop
   */
  public InputException(String where, String expected, String found, String remedy) {
    this(where, expected, found, remedy, null);
  }

  /**
   * As the other, keeping what was caught for those who debug.
   *
   * @param where what is at fault
   * @param expected what would have been right
   * @param found what was there
   * @param remedy what the user can do, as an imperative without a full stop
   * @param cause what was caught
   */
  public InputException(
      String where, String expected, String found, String remedy, @Nullable Throwable cause) {
    this(null, where, expected, found, remedy, cause);
  }

  private InputException(
      @Nullable String setting,
      String where,
      String expected,
      String found,
      String remedy,
      @Nullable Throwable cause) {
    super(line(where + ": expected " + expected + ", found " + found + "; " + remedy));
    if (cause != null) {
      initCause(cause); // One that is not known yet may follow.
    }
    this.setting = setting;
    this.where = line(where);
    this.expected = line(expected);
    this.found = line(found);
    this.remedy = line(remedy);
  }

  /**
   * Input that stems from a setting.
   *
   * @param key the setting's name in files
   * @param expected what would have been right
   * @param found what was there
   * @param remedy what the user can do, as an imperative without a full stop
   * @return whose place is the key
   */
  public static InputException ofSetting(String key, String expected, String found, String remedy) {
    return new InputException(key, key, expected, found, remedy, null);
  }

  /**
   * Input that stems from a setting that was given somewhere.
   *
   * @param key the setting's name in files
   * @param where it was given, for example {@code run.yaml line 3, batch}
   * @param expected what would have been right
   * @param found what was there
   * @param remedy what the user can do, as an imperative without a full stop
   * @return with both
   */
  public static InputException ofSetting(
      String key, String where, String expected, String found, String remedy) {
    return new InputException(key, where, expected, found, remedy, null);
  }

  /**
   * As the other, keeping what was caught for those who debug.
   *
   * @param key the setting's name in files
   * @param where it was given
   * @param expected what would have been right
   * @param found what was there
   * @param remedy what the user can do, as an imperative without a full stop
   * @param cause what was caught
   * @return with all of them
   */
  public static InputException ofSetting(
      String key, String where, String expected, String found, String remedy, Throwable cause) {
    return new InputException(key, where, expected, found, remedy, cause);
  }

  /**
   * The error of a line that another process printed.
   *
   * @param line the message of such an exception; of another line, all of it is what was found
   * @return with the parts of the line
   */
  public static InputException read(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.matches()
        ? new InputException(parts.group(1), parts.group(2), parts.group(3), parts.group(4))
        : new InputException("input", "what can be used", line, "correct it");
  }

  private static String line(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ");
  }

  /**
   * The same, found in a larger place.
   *
   * @param place for example {@code cell 3}
   * @return the same parts; this is its cause
   */
  public InputException in(String place) {
    return new InputException(setting, place + ": " + where, expected, found, remedy, this);
  }

  /**
   * The same with something else that helps.
   *
   * @param other what the user can do instead, as an imperative without a full stop
   * @return the same parts; this is its cause
   */
  public InputException or(String other) {
    return new InputException(setting, where, expected, found, remedy + ", or " + other, this);
  }

  /**
   * What is at fault.
   *
   * @return the file and place in it, or the key of a setting
   */
  public String where() {
    return where;
  }

  /**
   * What would have been right.
   *
   * @return a part of a sentence
   */
  public String expected() {
    return expected;
  }

  /**
   * What was there.
   *
   * @return a part of a sentence
   */
  public String found() {
    return found;
  }

  /**
   * What the user can do. Values for settings are written as {@code key=value}.
   *
   * @return an imperative without a full stop
   */
  public String remedy() {
    return remedy;
  }

  /**
   * The setting that is at fault.
   *
   * @return its name in files; empty if it is something else
   */
  public Optional<String> setting() {
    return Optional.ofNullable(setting);
  }
}
