package io.github.sid4j.internal.data.format;

/** The text of a cell: what counts of it, and how a message repeats it. */
public final class CellText {
  private static final int LIMIT = 60;

  private CellText() {}

  /**
   * A cell without the spaces around it. No-break spaces and a byte order mark are spaces, too.
   *
   * @param cell as it stands in the file
   * @return perhaps empty
   */
  public static String stripped(String cell) {
    int from = 0;
    int to = cell.length();
    while (from < to && isSpace(cell.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(cell.charAt(to - 1))) {
      to--;
    }
    return cell.substring(from, to);
  }

  /**
   * A cell in quotation marks, for a message: on one line, and not longer than a line.
   *
   * @param cell as it stands in the file
   * @return for example {@code "4,90"}
   */
  public static String quoted(String cell) {
    String clean = cell.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", "?");
    return '"' + (clean.length() <= LIMIT ? clean : clean.substring(0, LIMIT) + "...") + '"';
  }

  /**
   * The name of a column as it stands in a list of names.
   *
   * @param name of the column
   * @return in quotation marks if it has a comma
   */
  public static String listed(String name) {
    return name.indexOf(',') < 0 ? name : quoted(name);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }
}
