package io.github.sid4j.settings;

/** How a user's own text is repeated in a message: short, on one line, without control codes. */
final class Shown {
  private static final int LIMIT = 60;

  private Shown() {}

  static String text(String found) {
    return found.isEmpty() ? "nothing" : "'" + plain(found) + "'";
  }

  static String plain(String found) {
    String clean = found.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    return clean.length() <= LIMIT ? clean : clean.substring(0, LIMIT) + "...";
  }
}
