package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;

/** Says in a line what is damaged in a file. */
public final class Damage {
  private static final String REMEDY = "fetch or write it again, or set skip-damaged=true";

  private Damage() {}

  /**
   * A file or sample that does not hold what its format promises.
   *
   * @param where the file, and the place in it
   * @param expected what it should be
   * @param found what is wrong with it
   */
  public static InputException of(String where, String expected, String found) {
    return new InputException(where, expected, found, REMEDY);
  }

  /**
   * The same, found by a library.
   *
   * @param where the file, and the place in it
   * @param expected what it should be
   * @param cause what the library says
   */
  public static InputException of(String where, String expected, Throwable cause) {
    String said = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String line = said.lines().findFirst().orElse("").replace(": ", ", ");
    return new InputException(
        where, expected, "damage: " + (line.length() > 100 ? line.substring(0, 100) : line), REMEDY,
        cause);
  }
}
