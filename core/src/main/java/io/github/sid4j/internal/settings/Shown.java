package io.github.sid4j.internal.settings;

import io.github.sid4j.internal.text.Visible;

/** How a user's own text is repeated in a message: short, on one line, without control codes. */
public final class Shown {
  private static final int LIMIT = 60;

  private Shown() {}

  /**
   * In quotation marks.
   *
   * @param found as the user wrote it
   * @return {@code nothing} for an empty text
   */
  public static String text(String found) {
    return found.isEmpty() ? "nothing" : "'" + plain(found) + "'";
  }

  /**
   * Without quotation marks.
   *
   * @param found as the user wrote it
   * @return of at most 60 characters and three dots
   */
  public static String plain(String found) {
    String clean = Visible.text(found);
    return clean.length() <= LIMIT ? clean : clean.substring(0, LIMIT) + "...";
  }
}
