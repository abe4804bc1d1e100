package io.github.sid4j.error;

/**
 * The user's input cannot be used: a setting, a file, data or a model. Its message is one line that
 * is fit to be shown as it is: what was expected, what was found, where, and what to do.
 *
 * <p>Safe for several threads.
 */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the one line from its parts.
   *
   * @param where the setting, file and place in it that is at fault, for example {@code
   *     data/train.csv line 7}
   * @param expected what would have been right, for example {@code 65 columns}
   * @param found what was there, for example {@code 64}
   * @param remedy what the user can do, as an imperative without a full stop
   */
  public InputException(String where, String expected, String found, String remedy) {
    this(where + ": expected " + expected + ", found " + found + "; " + remedy);
  }

  /**
   * Uses a line that is already whole.
   *
   * @param line where, what was expected, what was found, what to do
   */
  public InputException(String line) {
    super(line.replaceAll("\\s*\\R\\s*", " "));
  }

  /**
   * As the other, keeping what was caught for those who debug.
   *
   * @param line where, what was expected, what was found, what to do
   * @param cause what was caught
   */
  public InputException(String line, Throwable cause) {
    super(line.replaceAll("\\s*\\R\\s*", " "), cause);
  }
}
