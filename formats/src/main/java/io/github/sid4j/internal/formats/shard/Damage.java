package io.github.sid4j.internal.formats.shard;

import io.github.sid4j.error.InputException;
import java.util.regex.Pattern;

/** Says in a line what is damaged in a file. */
public final class Damage {
  private static final String REMEDY = "fetch or write it again, or set skip-damaged=true";

  private static final int LONGEST = 120;
  private static final Pattern PROGRAM = Pattern.compile("[a-z]\\.[a-z]+\\.|@|[{}\\[]");

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
    return new InputException(where, expected, "damage" + said(cause), REMEDY, cause);
  }

  /** What a library says, if it is a sentence and no list of places in a program. */
  private static String said(Throwable cause) {
    String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    boolean plain =
        cause.getMessage() != null
            && first.length() <= LONGEST
            && !first.contains("Exception")
            && !PROGRAM.matcher(first).find();
    return plain ? ": " + first : "";
  }
}
